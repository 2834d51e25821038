using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>A simulated network between a list and the hub.</summary>
internal sealed class SimulatedConnection
{
    /// <summary>Drops all messages of the page to the hub, without closing the connection.</summary>
    public bool IsCut { get; set; }

    /// <summary>Delay of the hub's messages.</summary>
    public TimeSpan Lag { get; set; }

    /// <summary>The hub's messages wait until this has ended.</summary>
    public Task MayAnswer { get; set; } = Task.CompletedTask;

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
        async Task DeliverAsync(Task before, byte[] words)
        {
            var lag = Task.Delay(Lag);
            await before;
            await lag;
            await MayAnswer;
            socket.Send(words);
        }
    });
}
