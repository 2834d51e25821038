using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace OptOutGuide.Tests.Support;

/// <summary>Waits for a condition that becomes true by itself, and fails when it does not.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    /// <param name="condition">Asked again and again until it is true.</param>
    /// <param name="otherwise">What to say when it does not become true.</param>
    /// <param name="within">Ninety seconds when null, for busy machines; what becomes true takes no longer for it.</param>
    /// <param name="every">Time between two questions; a tenth of a second when null.</param>
    public static async Task TrueAsync(
        Func<Task<bool>> condition, Func<string>? otherwise = null, TimeSpan? within = null, TimeSpan? every = null, [CallerArgumentExpression(nameof(condition))] string expression = "")
    {
        var start = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < (within ?? Limit), otherwise?.Invoke() ?? $"Did not become true: {expression}");
            await Task.Delay(every ?? TimeSpan.FromMilliseconds(100));
        }
    }

    /// <inheritdoc cref="TrueAsync(Func{Task{bool}}, Func{string}?, TimeSpan?, TimeSpan?, string)"/>
    public static Task TrueAsync(
        Func<bool> condition, Func<string>? otherwise = null, TimeSpan? within = null, TimeSpan? every = null, [CallerArgumentExpression(nameof(condition))] string expression = "") =>
        TrueAsync(() => Task.FromResult(condition()), otherwise, within, every, expression);
}
