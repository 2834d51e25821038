using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace OptOutGuide.Tests.MyList;

/// <summary>A list is on the server for as long as its circuit, and no longer.</summary>
public sealed partial class ForgettingTests
{
    [Fact]
    public async Task List_WhoseVisitorLeft_IsForgotten()
    {
        var boards = new Boards();
        await using var site = new InProcessSite(services => services.AddSingleton<IComponentActivator>(boards), ("Site:CircuitRetentionSeconds", "0"));
        var socket = await OpenAsync(site, "/fr/ma-liste?l=1.Lfs250522");
        await WaitAsync(() => boards.Made == 2 && boards.Live == 1, "The list is not live: there is nothing to forget.");

        socket.Abort();
        socket.Dispose();

        await WaitAsync(() => boards.Live == 0, "Something on the server still holds the list.");
    }

    /// <summary>Makes the list of a page live, as its script does.</summary>
    private static async Task<WebSocket> OpenAsync(InProcessSite site, string path)
    {
        using var visitor = site.Visitor();
        var marker = Marker().Match(await visitor.GetStringAsync(path)).Groups["marker"].Value;
        var socket = await site.Server.CreateWebSocketClient().ConnectAsync(new("ws://localhost/_blazor"), CancellationToken.None);
        byte[][] messages =
        [
            Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"),
            BlazorPack.Call("1", "StartCircuit", "http://localhost/", $"http://localhost{path}", "[]", ""),
            BlazorPack.Call(null, "UpdateRootComponents", $$"""{"batchId":1,"operations":[{"type":"add","ssrComponentId":1,"marker":{{marker}}}]}""", ""),
        ];
        foreach (var message in messages.Concat(Answers()))
        {
            await socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }

        return socket;
    }

    /// <summary>What the page's script says to all that the circuit asks, so that no question is left open.</summary>
    private static IEnumerable<byte[]> Answers() => Enumerable.Range(1, 8).Select(question =>
        BlazorPack.Call(null, "EndInvokeJSFromDotNet", (long)question, true, $"[{question},true,{(question == 3 ? """{"__jsObjectId":1}""" : question == 4 ? """{"stored":null,"isForeign":false,"wasCleared":false}""" : "null")}]"));

    private static async Task WaitAsync(Func<bool> isSo, string otherwise)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            if (isSo())
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail(otherwise);
    }

    [GeneratedRegex("<!--Blazor:(?<marker>{\"type\":\"server\".*?})-->")]
    private static partial Regex Marker();

    /// <summary>Knows every board that was made, without keeping any.</summary>
    private sealed class Boards : IComponentActivator
    {
        private readonly List<WeakReference<ChecklistBoard>> _made = [];

        /// <summary>One for the page, one for its circuit.</summary>
        public int Made
        {
            get
            {
                lock (_made)
                {
                    return _made.Count;
                }
            }
        }

        /// <summary>Boards that are still in memory after all garbage was taken out.</summary>
        public int Live
        {
            get
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                GC.Collect();
                lock (_made)
                {
                    return _made.Count(board => board.TryGetTarget(out _));
                }
            }
        }

        public IComponent CreateInstance(Type componentType)
        {
            var component = (IComponent)Activator.CreateInstance(componentType)!;
            if (component is ChecklistBoard board)
            {
                lock (_made)
                {
                    _made.Add(new(board));
                }
            }

            return component;
        }
    }
}
