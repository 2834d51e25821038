using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using Xunit.Abstractions;

namespace OptOutGuide.Tests.Hosting;

/// <summary>Failures of the machine: full disks, wrong clocks, signals, little memory.</summary>
public sealed class ProcessFailureTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("faults-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Logs_DiskFull_SiteGoesOn()
    {
        await using var site = await new RunningSite { Under = RestrictedProcess.FullDiskForLogs }.StartAsync();
        using var client = new HttpClient { BaseAddress = site.Address };

        var answers = await Task.WhenAll(RealContent.PageOfEachKind.Select(page => client.GetAsync(RealContent.Address(page))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await site.StopAsync(); // Its output is complete then.
        Assert.Equal("", site.Output.Trim());
    }

    [FactWith(Tool.UtilLinux)]
    public async Task Root_ReadOnly_SiteWorksAndWritesNothing()
    {
        await using var site = await new RunningSite
        {
            Under = RestrictedProcess.ReadOnlyRoot,
            Settings = ["--Site:MaxCircuits=1000"],
            Variables = new Dictionary<string, string> { ["HOME"] = _folder, ["DOTNET_EnableDiagnostics"] = "0" },
        }.StartAsync();
        using var client = new HttpClient { BaseAddress = site.Address };

        var list = await client.GetAsync("/fr/ma-liste?l=1.Rw");

        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
        await site.StopAsync(); // Its output is complete then.
        Assert.DoesNotContain("\"Level\":\"Warning\"", site.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Level\":\"Error\"", site.Output, StringComparison.Ordinal);
    }

    /// <summary>Linux allows a user 128 inotify instances; a program that takes one fails to start where they are used up.</summary>
    [Fact]
    public async Task Site_Running_WatchesNoFileThroughTheKernel()
    {
        await using var site = await RunningSite.StartAsync();

        var opened = Directory.EnumerateFiles($"/proc/{site.ProcessId}/fd").Select(file => new FileInfo(file).LinkTarget ?? "").ToArray();

        Assert.Contains(opened, name => name.StartsWith("socket:", StringComparison.Ordinal));
        Assert.DoesNotContain(opened, name => name.Contains("inotify", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_NoFolderSet_NothingIsWrittenToTheHome()
    {
        await using var site = await new RunningSite { Variables = new Dictionary<string, string> { ["HOME"] = _folder, ["DOTNET_CLI_HOME"] = _folder } }.StartAsync();
        using var client = new HttpClient { BaseAddress = site.Address };

        await client.GetStringAsync("/fr/ma-liste?l=1.Rw");

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Keys_FolderCannotBeUsed_SaysSoAndEndsWithTwo()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");

        var (exitCode, said) = await RunningSite.RunAsync($"--Site:KeysFolder={file}", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, exitCode);
        Assert.Contains($"Site:KeysFolder={file} cannot be used", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_InUse_SaysSoAndEndsWithTwo()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (exitCode, said) = await RunningSite.RunAsync("--urls", $"http://{other.LocalEndpoint}", "--Site:Demo=true");

        Assert.Equal(2, exitCode);
        // Among the lines of the log, which come by another pipe and in no order to this one.
        Assert.Contains(said.Split('\n', StringSplitOptions.TrimEntries), line => line.EndsWith($"http://{other.LocalEndpoint}: address already in use. Stop the other program, or choose another address with --urls or ASPNETCORE_HTTP_PORTS.", StringComparison.Ordinal));
    }

    /// <summary>A list that is then dated in the future is still shown and stored.</summary>
    [Fact]
    public async Task Clock_SetBack_PagesAndListsGoOn()
    {
        var clock = TestClock.Noon;
        await using var site = new InProcessSite(null, ("Site:RenderMillisecondsPerMinute", "1000000")) { Time = clock };
        using var client = site.Visitor();
        await client.GetAsync("/fr/ma-liste?l=1.Rns261120");

        clock.AdjustTime(clock.GetUtcNow().AddYears(-3));
        var pages = await Task.WhenAll(RealContent.PageOfEachKind.Select(page => client.GetAsync(RealContent.Address(page))));
        var list = await client.GetStringAsync("/fr/ma-liste?l=1.Rns261120");

        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.StatusCode));
        Assert.Contains("Oppositions envoyées : 1 sur 1", RealContent.ParseHtml(list).QuerySelector("[role=status]")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    [Trait("Suite", "Full")]
    public async Task Process_KilledUnderLoad_StartsAgainAsIfNothingHadBeen()
    {
        await using var site = await new RunningSite { Settings = [$"--Site:KeysFolder={_folder}"] }.StartAsync();
        using var client = new HttpClient { BaseAddress = site.Address };
        var before = await client.GetStringAsync("/fr/guides/facebook");
        var load = Enumerable.Range(0, 50).Select(_ => client.GetAsync("/fr/ma-liste?l=1.Rw")).ToArray();

        await site.StopAsync();
        await Task.WhenAll(load).ContinueWith(_ => { }, TaskScheduler.Default);
        await site.RestartAsync();

        Assert.Equal(before, await client.GetStringAsync("/fr/guides/facebook"));
        Assert.True((await client.GetAsync("/health/ready")).IsSuccessStatusCode);
    }

    /// <summary>The worst case for a stop: open lists, and requests that are never completed.</summary>
    [Fact]
    [Trait("Suite", "Full")]
    public async Task Stop_OpenListsAndHalfSentRequests_AnswersWhileItDrainsAndEndsWithinTenSeconds()
    {
        await using var site = await new RunningSite { Settings = ["--Site:DrainSeconds=5"] }.StartAsync();
        using var client = new HttpClient { BaseAddress = site.Address };
        await client.GetStringAsync("/fr/guides/facebook");
        using var list = new ClientWebSocket();
        list.Options.SetRequestHeader("Origin", site.Address.GetLeftPart(UriPartial.Authority));
        await list.ConnectAsync(new UriBuilder(site.Address) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        using var half = new TcpClient();
        await half.ConnectAsync(IPAddress.Loopback, site.Address.Port);
        await half.GetStream().WriteAsync("GET /fr/ HTTP/1.1\r\nHost: localh"u8.ToArray());

        var stop = site.TerminateAsync();
        await Eventually.TrueAsync(async () => (await client.GetAsync("/health/ready")).StatusCode is HttpStatusCode.ServiceUnavailable);
        var meanwhile = await client.GetAsync("/fr/guides/facebook");
        var (exitCode, took) = await stop;

        output.WriteLine($"ended with {exitCode} after {took.TotalSeconds:F1} s");
        Assert.Equal(HttpStatusCode.OK, meanwhile.StatusCode);
        Assert.Equal(0, exitCode);
        Assert.InRange(took.TotalSeconds, 4.5, 10);
    }

    [Fact]
    [Trait("Suite", "Full")]
    public async Task Memory_LimitedTo150Megabytes_ABurstIsAnsweredWhole()
    {
        await using var site = await new RunningSite { Variables = new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "0x9600000" } }.StartAsync();
        using var client = new HttpClient { BaseAddress = site.Address };
        // Lists are rendered for each request, other pages once; half of the requests are for each.
        string[] paths = [.. RealContent.PageOfEachKind.SelectMany(page => (string[])[RealContent.Address(page), "/fr/ma-liste?l=1.Lfs250522i-Rw"])];
        var start = Stopwatch.GetTimestamp();
        var refused = 0;

        await Parallel.ForAsync(0, 2_000, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, cancellation) =>
        {
            using var answer = await client.GetAsync(paths[number % paths.Length], cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                Interlocked.Increment(ref refused);
            }
        });

        output.WriteLine($"2000 pages in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s, at most {site.MostMemory >> 20} MiB resident");
        Assert.Equal(0, refused);
        Assert.True((await client.GetAsync("/health/ready")).IsSuccessStatusCode);
    }
}
