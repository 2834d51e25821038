using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace OptOutGuide.Tests.Support;

/// <summary>Waits for a condition that becomes true by itself, and fails when it does not.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <param name="condition">Asked again and again until it is true.</param>
    /// <param name="otherwise">What to say when it does not become true.</param>
    /// <param name="within">Thirty seconds when null.</param>
    public static async Task TrueAsync(
        Func<Task<bool>> condition, Func<string>? otherwise = null, TimeSpan? within = null, [CallerArgumentExpression(nameof(condition))] string expression = "")
    {
        var start = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < (within ?? Limit), otherwise?.Invoke() ?? $"Did not become true: {expression}");
            await Task.Delay(100);
        }
    }

    /// <inheritdoc cref="TrueAsync(Func{Task{bool}}, Func{string}?, TimeSpan?, string)"/>
    public static Task TrueAsync(
        Func<bool> condition, Func<string>? otherwise = null, TimeSpan? within = null, [CallerArgumentExpression(nameof(condition))] string expression = "") =>
        TrueAsync(() => Task.FromResult(condition()), otherwise, within, expression);
}
