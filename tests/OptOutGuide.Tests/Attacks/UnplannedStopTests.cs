namespace OptOutGuide.Tests.Attacks;

/// <summary>A site that stops without a signal, as a fault or an attack may cause.</summary>
public sealed class UnplannedStopTests
{
    [Fact]
    public async Task Host_StoppedByNobody_EndsWithAFailure()
    {
        await using var site = await new RunningSite { Probe = Path.Combine(Path.GetTempPath(), $"stop-{Environment.ProcessId}.sock") }.StartAsync();

        var exitCode = await site.StopFromWithinAsync();

        Assert.Equal(3, exitCode);
    }
}
