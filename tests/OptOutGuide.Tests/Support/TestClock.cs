using Microsoft.Extensions.Time.Testing;

namespace OptOutGuide.Tests.Support;

/// <summary>Clocks that go on only when a test says so.</summary>
internal static class TestClock
{
    /// <summary>At noon (UTC), far from midnight: no cached page is near its end.</summary>
    public static FakeTimeProvider Noon => new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
}
