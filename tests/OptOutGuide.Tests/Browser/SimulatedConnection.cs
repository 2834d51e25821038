using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>A simulated network between a list and the hub.</summary>
internal sealed class SimulatedConnection
{
    /// <summary>The hub's messages wait until this has ended.</summary>
    private Task _mayAnswer = Task.CompletedTask;

    /// <summary>Drops all messages of the page to the hub, without closing the connection.</summary>
    public bool IsCut { get; set; }

    /// <summary>From now on, the hub's messages wait until the result is set.</summary>
    public TaskCompletionSource HoldAnswers()
    {
        var mayAnswer = new TaskCompletionSource();
        _mayAnswer = mayAnswer.Task;
        return mayAnswer;
    }

    /// <summary>Leads a page's messages to and from the hub through this connection.</summary>
    public Task RouteAsync(IPage page) => page.RouteWebSocketAsync("**/_blazor**", socket =>
    {
        var server = socket.ConnectToServer();
        socket.OnMessage(message =>
        {
            if (!IsCut && message.Binary is { } sent)
            {
                server.Send(sent);
            }
            else if (!IsCut && message.Text is { } text)
            {
                server.Send(text);
            }
        });
        var before = Task.CompletedTask;
        server.OnMessage(message => before = DeliverAsync(before, message.Binary!));

        // In their order, however long each takes.
        async Task DeliverAsync(Task before, byte[] message)
        {
            await before;
            await _mayAnswer;
            socket.Send(message);
        }
    });
}
