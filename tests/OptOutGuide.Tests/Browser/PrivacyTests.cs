using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>
/// Nothing about a visitor is written. The list, inputs and address contain markers, every feature is used, every kind of error
/// is caused, and then all output and files of the site are searched, with the log at its most verbose level.
/// </summary>
[Collection("journeys")]
public sealed class PrivacyTests(Chromium chromium) : IDisposable
{
    private const string Label = "Mqlabel7";
    private const string Imported = "Mqfile7";
    private const string Query = "Mqquery7";
    private const string Agent = "Mqagent7";
    private const string Referrer = "Mqreferrer7";
    private const string Language = "mqlang7";
    private const string Address = "127.0.0.7";
    private const string Code = "1.CFR-Lfs240613i";

    /// <summary>As they were sent, and as the site might write the list's date.</summary>
    private static readonly string[] Markers = [Label, Imported, Query, Agent, Referrer, Language, Address, "240613", "2024-06-13", "13 juin 2024"];

    private readonly DirectoryInfo _machine = Directory.CreateTempSubdirectory("privacy-");

    public void Dispose() => _machine.Delete(recursive: true);

    [FactWith(Tool.Chromium)]
    public async Task Visitor_UsingEverything_LeavesNoTrace()
    {
        await using var site = await new RunningSite
        {
            Folder = Copy(Repository.PublishedSite, "site"),
            Variables = new Dictionary<string, string> { ["TMPDIR"] = Below("tmp"), ["HOME"] = Below("home") },
            Settings =
            [
                "--Serilog:MinimumLevel:Default=Verbose", "--Serilog:MinimumLevel:Override:Microsoft.AspNetCore=Verbose",
                "--Serilog:MinimumLevel:Override:Microsoft=Verbose", "--Serilog:MinimumLevel:Override:System=Verbose",
                "--Serilog:MinimumLevel:Override:Microsoft.AspNetCore.Hosting.Diagnostics=Verbose", "--Site:RenderMillisecondsPerMinute=1000",
            ],
        }.StartAsync();

        await UseInBrowserAsync(site.Address);
        // A file that is shorter than its recorded length: the only way to cause a 500 in the site.
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "wwwroot", "icon.svg"), "");
        await AskForEverythingAsync(site.Address);
        await site.TerminateAsync(); // Its output is complete then.

        Assert.Contains("Content loaded", site.Output, StringComparison.Ordinal);
        Assert.Contains("\"Level\":\"Error\"", site.Output, StringComparison.Ordinal);
        Assert.All(Markers, marker => Assert.True(!site.Output.Contains(marker, StringComparison.OrdinalIgnoreCase), Line(site.Output, marker)));
        // The runtime's own pipes are empty, and reading one would block forever.
        Assert.All(_machine.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Length > 0), AssertUnmarked);
    }

    private async Task UseInBrowserAsync(Uri address)
    {
        await using var visitor = await chromium.VisitorAsync(hasPausedClock: true);
        await visitor.Browser.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["User-Agent"] = Agent, ["Accept-Language"] = Language });
        var list = new ListPageObject(await visitor.NewPageAsync());
        await list.Page.GotoAsync(new Uri(address, $"/fr/ma-liste?l={Code}.Li&q={Query}").AbsoluteUri);
        await list.WaitForCircuitAsync();
        await list.Name.FillAsync(Label);
        await list.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(list.Page.GetByRole(AriaRole.Heading, new() { Name = Label })).ToHaveCountAsync(1);
        await list.OpenPersonAsync("Personne 2");
        await list.PressAsync(ListPageObject.Send);
        await list.ExpectProgressAsync("2 sur 2");
        await list.More.ClickAsync();
        await list.Page.RunAndWaitForDownloadAsync(() => list.FollowAsync("Enregistrer la liste dans un fichier"));
        await list.Page.RunAndWaitForDownloadAsync(() => list.FollowAsync("Ajouter des rappels à mon agenda"));
        await list.Page.GetByLabel("Ouvrir une liste enregistrée").SetInputFilesAsync(new FilePayload
        {
            Name = Imported,
            MimeType = "application/json",
            Buffer = Encoding.UTF8.GetBytes($$"""{"version":1,"list":"{{Code}}.Lfi","labels":["{{Imported}}","{{Imported}}"]}"""),
        });
        await Assertions.Expect(list.Page).ToHaveURLAsync(new Regex($"^{Regex.Escape(new Uri(address, $"/fr/ma-liste?l={Code}.Lfi").AbsoluteUri)}(#|$)"));
        await list.WaitForCircuitAsync();
        foreach (var page in new[] { "ma-liste/imprimer", "ma-liste/partager", "guides/facebook", "nulle-part" })
        {
            await list.Page.GotoAsync(new Uri(address, $"/fr/{page}?l={Code}&q={Query}").AbsoluteUri);
        }

        Assert.Empty(await visitor.Browser.CookiesAsync());
    }

    private static async Task AskForEverythingAsync(Uri address)
    {
        using var client = new HttpClient(LocalAddress.ConnectFrom(Address)) { BaseAddress = address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Agent);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Referer", $"https://{Referrer}.example/?{Referrer}");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", Language);
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", Address);
        string[] paths =
        [
            .. RealContent.PageOfEachKind.Select(page => page.Path),
            "/", "/fr/feed.atom", "/fr/reminders.ics", "/fr/list.json", "/FR/MA-LISTE/", "/nowhere", "/health/ready", "/_blazor/initializers", "/_blazor",
        ];
        foreach (var path in paths)
        {
            await client.GetAsync($"{path}?l={Code}&q={Query}&do=sent.0-0-1.on&on=2024-06-13&own={Query}");
        }

        var statuses = new HashSet<HttpStatusCode>();
        // Concurrently: on a busy machine one after the other would never use up the budget.
        for (var requests = 0; requests < 1_000 && !statuses.Contains(HttpStatusCode.TooManyRequests); requests += 20)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetAsync($"/fr/reminders.ics?l={Code}&q={Query}")));
            statuses.UnionWith(answers.Select(answer => answer.StatusCode));
        }

        statuses.Add((await client.GetAsync($"/fr/?q={Query}")).StatusCode);
        statuses.Add((await client.GetAsync($"/nowhere?{Query}")).StatusCode);
        statuses.Add((await client.GetAsync($"/icon.svg?{Query}")).StatusCode);
        statuses.Add((await client.PostAsync($"/fr/ma-liste?{Query}", new StringContent(Query))).StatusCode);
        Assert.Equal([200, 404, 405, 429, 500], statuses.Select(status => (int)status).Order());
        using var negotiation = await client.PostAsync($"/_blazor/negotiate?negotiateVersion=1&{Query}", new StringContent(Query));
        await SendMalformedRequestsAsync(address);
        using var hub = await Hub.OpenAsync(address);
        await hub.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), System.Net.WebSockets.WebSocketMessageType.Binary, true, CancellationToken.None);
        await hub.SendAsync(BlazorPack.Call("1", "StartCircuit", address.AbsoluteUri, $"{address}?{Query}", $"[{Query}", Query), System.Net.WebSockets.WebSocketMessageType.Binary, true, CancellationToken.None);
        await hub.SendAsync(BlazorPack.Call("2", Query, Query), System.Net.WebSockets.WebSocketMessageType.Binary, true, CancellationToken.None);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await hub.ReceiveAsync(new byte[4096], limit.Token);
    }

    /// <summary>Requests that are refused before the site sees them.</summary>
    private static async Task SendMalformedRequestsAsync(Uri address)
    {
        foreach (var nonsense in new[] { $"GET /?{Query} HTTP/9.9\r\n\r\n", $"{Query}\r\n\r\n", $"GET /?{Query}\0 HTTP/1.1\r\nHost: {Query}\r\n\r\n", $"GET / HTTP/1.1\r\nHost: {Query}\r\nX\0{Query}: {Query}\r\n\r\n" })
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(address.Host, address.Port);
            await socket.SendAsync(Encoding.ASCII.GetBytes(nonsense));
            await socket.ReceiveAsync(new byte[4096]);
        }
    }

    private static void AssertUnmarked(FileInfo file)
    {
        var bytes = File.ReadAllBytes(file.FullName);
        Assert.All(Markers.Where(marker => marker.StartsWith("Mq", StringComparison.OrdinalIgnoreCase) || !file.FullName.Contains("/site/", StringComparison.Ordinal)), marker =>
        {
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(marker)) < 0, $"{file.FullName} holds {marker}");
            Assert.True(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(marker)) < 0, $"{file.FullName} holds {marker}");
        });
    }

    private static string Line(string output, string marker) =>
        output.Split('\n').FirstOrDefault(line => line.Contains(marker, StringComparison.OrdinalIgnoreCase)) ?? "";

    private string Below(string name) => _machine.CreateSubdirectory(name).FullName;

    private string Copy(string folder, string name)
    {
        var target = Below(name);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }
}
