using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;

namespace OptOutGuide.Tests.Circuits;

/// <summary>A list is on the server for as long as its circuit, and no longer.</summary>
public sealed partial class CircuitReleaseTests
{
    [Fact]
    public async Task List_WhoseVisitorLeft_IsForgotten()
    {
        var boards = new Boards();
        await using var site = new InProcessSite(services => services.AddSingleton<IComponentActivator>(boards), ("Site:CircuitRetentionSeconds", "0"));
        var socket = await OpenAsync(site, "/fr/ma-liste?l=1.Lfs250522");
        await Eventually.TrueAsync(() => boards.Made == 2 && boards.Live == 1, () => "The list is not live: there is nothing to forget.", every: Boards.Pause);

        socket.Abort();
        socket.Dispose();

        await Eventually.TrueAsync(() => boards.Live == 0, () => "Something on the server still holds the list.", every: Boards.Pause);
    }

    /// <summary>Otherwise each edit that somebody's open list has seen would stay in memory whole. The client acknowledges nothing.</summary>
    [Fact]
    [Trait("Suite", "Full")]
    public async Task List_OpenWhileTheContentIsEdited_KeepsNoOldVersion()
    {
        using var content = new ContentCopy();
        var boards = new Boards();
        await using var site = new InProcessSite(services => services.AddSingleton<IComponentActivator>(boards), ("Site:ContentFolder", content.Root), ("Site:CircuitRetentionSeconds", "600"));
        using var socket = await OpenAsync(site, "/fr/ma-liste?l=1.Lfs250522");
        await Eventually.TrueAsync(() => boards.Made == 2 && boards.Live == 1, () => "The list is not live.", every: Boards.Pause);
        var library = site.Services.GetRequiredService<ContentLibrary>();
        var old = new WeakReference<SiteContent>(library.Current);

        content.Replace("fr/guides/facebook.md", "minutes: 5", "minutes: 7");
        using var visitor = site.Visitor();

        await Eventually.TrueAsync(async () =>
        {
            await visitor.GetStringAsync("/fr/guides/facebook");
            return boards.Live == 1 && !old.TryGetTarget(out _);
        }, () => "Something still holds the version of before.", every: Boards.Pause);
    }

    /// <summary>
    /// .NET 10 can resume a lost circuit from parameters that it persists for hours. They hold the list, so none may be
    /// persisted.
    /// </summary>
    [Fact]
    [Trait("Suite", "Full")]
    public async Task List_WhoseVisitorVanished_CannotBeResumedOnceItsCircuitIsGone()
    {
        var resumed = await ResumeAsync(visitors: 40, AllowResuming);

        Assert.Equal(40, resumed.Length);
        Assert.All(resumed, Assert.Null);
    }

    /// <summary>Shows that the test above asks in the right way: with persistence, circuits can be resumed.</summary>
    [Fact]
    [Trait("Suite", "Full")]
    public async Task List_WhereTheServerKeepsCircuits_CouldBeResumed()
    {
        var resumed = await ResumeAsync(visitors: 2, services =>
        {
            AllowResuming(services);
            services.PostConfigure<CircuitOptions>(circuits => circuits.PersistedCircuitInMemoryMaxRetained = new CircuitOptions().PersistedCircuitInMemoryMaxRetained);
        });

        Assert.All(resumed, Assert.NotNull);
    }

    /// <summary>Allows the call, which the site's hub refuses before it could show that there is nothing to resume.</summary>
    private static void AllowResuming(IServiceCollection services) =>
        services.AddSingleton(new CircuitLimits { Methods = [.. new CircuitLimits().Methods, "ResumeCircuit"] });

    /// <summary>The server's answers to clients whose connection broke without a disconnect, once it has released their circuits.</summary>
    private static async Task<object?[]> ResumeAsync(int visitors, Action<IServiceCollection> configure)
    {
        var boards = new Boards();
        await using var site = new InProcessSite(services => configure(services.AddSingleton<IComponentActivator>(boards)), ("Site:CircuitRetentionSeconds", "0"));
        HashSet<string> circuits = [];
        for (var visitor = 1; visitor <= visitors; visitor++)
        {
            using var socket = await OpenAsync(site, "/fr/ma-liste?l=1.Lfs250522");
            Assert.True(circuits.Add(Assert.IsType<string>(await CompletionAsync(socket, "1"))));
            await Eventually.TrueAsync(() => boards.Made == 2 * visitor, () => "The list is not live.");
            socket.Abort();
        }

        await Eventually.TrueAsync(() => boards.Live == 0, () => "Something on the server still holds a list.", TimeSpan.FromMinutes(3), Boards.Pause);
        List<object?> resumed = [];
        foreach (var circuit in circuits)
        {
            using var socket = await ConnectAsync(site, BlazorPack.Call("2", "ResumeCircuit", circuit, "http://localhost/", "http://localhost/fr/ma-liste", "[]", ""));
            resumed.Add(await CompletionAsync(socket, "2"));
        }

        return [.. resumed];
    }

    private static async Task<WebSocket> ConnectAsync(InProcessSite site, params IEnumerable<byte[]> messages)
    {
        var socket = await site.Server.CreateWebSocketClient().ConnectAsync(new("ws://localhost/_blazor"), CancellationToken.None);
        foreach (var message in messages.Prepend(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e")))
        {
            await socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }

        return socket;
    }

    /// <summary>The result of a call of the hub; null for none. Other messages are skipped.</summary>
    private static async Task<object?> CompletionAsync(WebSocket socket, string call)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var received = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer, limit.Token);
            received.Write(buffer, 0, read.Count);
            if (read.EndOfMessage)
            {
                ReadOnlyMemory<byte> messages = received.ToArray();
                foreach (var completion in BlazorPack.Take(ref messages).Where(message => message.Type is HubMessageType.Completion && message.Id == call))
                {
                    return completion.Arguments is [var result, ..] ? result : null;
                }
            }
        }
    }

    /// <summary>Starts the circuit of a list page, as its script does.</summary>
    private static async Task<WebSocket> OpenAsync(InProcessSite site, string path)
    {
        using var visitor = site.Visitor();
        var marker = Marker().Match(await visitor.GetStringAsync(path)).Groups["marker"].Value;
        return await ConnectAsync(site,
        [
            BlazorPack.Call("1", "StartCircuit", "http://localhost/", $"http://localhost{path}", "[]", ""),
            BlazorPack.Call(null, "UpdateRootComponents", $$"""{"batchId":1,"operations":[{"type":"add","ssrComponentId":1,"marker":{{marker}}}]}""", ""),
            .. Answers(),
        ]);
    }

    /// <summary>Answers the calls of the circuit as the page's script does, so that none is left open.</summary>
    private static IEnumerable<byte[]> Answers() => Enumerable.Range(1, 2).Select(call =>
        BlazorPack.Call(null, "EndInvokeJSFromDotNet", (long)call, true, $"[{call},true,null]"));

    [GeneratedRegex("<!--Blazor:(?<marker>{\"type\":\"server\".*?})-->")]
    private static partial Regex Marker();

    /// <summary>Weak references to every board that was created.</summary>
    private sealed class Boards : IComponentActivator
    {
        /// <summary>Between two looks at what is live: each collects the heap of all tests.</summary>
        public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

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

        /// <summary>The boards that are still in memory after a full collection.</summary>
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
