namespace OptOutGuide.Tests.Configuration;

public sealed class CircuitMemoryTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(150_000_000, 10)]
    [InlineData(805_306_368, 449)]
    [InlineData(24_000_000_000, 12_000)]
    public void MaxCircuitsFor_Memory_HoldsTheFullestListsBesideTheRest(long available, int lists) => Assert.Equal(lists, CircuitMemory.MaxCircuitsFor(available));

    [Theory]
    [InlineData(500_000_000)]
    [InlineData(805_306_368)]
    [InlineData(3_221_225_472)]
    public void Retained_BesideAsManyOpenListsAsFit_FitToo(long available)
    {
        var open = CircuitMemory.MaxCircuitsFor(available);

        Assert.InRange((open + CircuitMemory.Retained(open)) * CircuitMemory.MaxListBytes, 0, available - CircuitMemory.ReservedBytes);
    }
}
