using System.Globalization;

namespace OptOutGuide.Configuration;

/// <summary>A clock that starts at another moment and goes on from there, to preview what the site will say.</summary>
/// <param name="clock">Measures the time since the start; timers use the system's clock.</param>
internal sealed class PreviewTime(DateTimeOffset start, TimeProvider clock) : TimeProvider
{
    private readonly long _started = clock.GetTimestamp();

    /// <summary>The clock that the setting asks for, or why it is not valid.</summary>
    /// <param name="setting">A moment such as <c>2025-05-25T10:00:00+02:00</c>; null for the current time.</param>
    public static bool TryRead(string? setting, bool isProduction, out TimeProvider time, out string error)
    {
        (time, error) = (System, "");
        if (setting is null)
        {
            return true;
        }

        if (isProduction)
        {
            error = "Clock:Now previews another date and is refused in Production; remove it.";
            return false;
        }

        if (!DateTimeOffset.TryParse(setting, CultureInfo.InvariantCulture, out var start))
        {
            error = $"Clock:Now={setting} is not a moment; write one such as 2025-05-25T10:00:00+02:00.";
            return false;
        }

        time = new PreviewTime(start, System);
        return true;
    }

    public override DateTimeOffset GetUtcNow() => start.ToUniversalTime() + clock.GetElapsedTime(_started);
}
