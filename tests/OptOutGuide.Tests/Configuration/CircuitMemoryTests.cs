namespace OptOutGuide.Tests.Configuration;

public sealed class CircuitMemoryTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(150_000_000, 10)]
    [InlineData(805_306_368, 422)]
    [InlineData(24_000_000_000, 12_000)]
    public void Fitting_Memory_HoldsTheFullestListsBesideTheRest(long available, int lists) => Assert.Equal(lists, CircuitMemory.Fitting(available));
}
