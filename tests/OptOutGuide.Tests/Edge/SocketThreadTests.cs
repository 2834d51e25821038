using System.Numerics;

namespace OptOutGuide.Tests.Edge;

public sealed class SocketThreadTests
{
    [Fact]
    public async Task SocketThreads_SiteAnswersMany_EachHasAProcessorOfItsOwnAndNothingElseIsBound()
    {
        await using var site = await RunningSite.StartAsync([]);
        using var client = new HttpClient { BaseAddress = site.Address };

        // Drawn for each request, so the pool needs new threads, and those threads are made by the bound ones.
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.GetStringAsync("/fr/ma-liste?l=1.Lfit")));
        var threads = Directory.GetDirectories($"/proc/{site.ProcessId}/task").Select(AllowedProcessors).ToList();

        var all = AllowedProcessors("/proc/self").Processors;
        var bound = threads.Where(thread => thread.Processors != all).ToList();
        Assert.All(bound, thread => Assert.Equal(".NET Sockets", thread.Name));
        // A machine with one processor leaves no choice, and one of which this process has but a share is left to the system.
        var expected = Count(all) == Environment.ProcessorCount && Environment.ProcessorCount > 1 ? Environment.ProcessorCount : 0;
        Assert.Equal(expected, bound.Select(thread => thread.Processors).Distinct().Count());
        Assert.All(bound, thread => Assert.Equal(1, Count(thread.Processors)));
    }

    [Theory]
    [InlineData("DOTNET_PROCESSOR_COUNT", "1")]
    [InlineData("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "0")]
    public async Task SocketThreads_ShareOfTheMachineOrAnswersFromThePool_NothingIsBound(string variable, string value)
    {
        await using var site = await new RunningSite { Variables = new Dictionary<string, string> { [variable] = value } }.StartAsync();

        var all = AllowedProcessors("/proc/self").Processors;
        Assert.All(Directory.GetDirectories($"/proc/{site.ProcessId}/task"), thread => Assert.Equal(all, AllowedProcessors(thread).Processors));
    }

    private static int Count(string processors) => processors.Where(char.IsAsciiHexDigit).Sum(digit => BitOperations.PopCount(Convert.ToUInt32(digit.ToString(), 16)));

    private static (string Name, string Processors) AllowedProcessors(string folder) =>
        (File.ReadAllText($"{folder}/comm").Trim(), File.ReadLines($"{folder}/status").First(line => line.StartsWith("Cpus_allowed:", StringComparison.Ordinal)).Split('\t')[1]);
}
