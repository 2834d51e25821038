namespace OptOutGuide.Hosting;

internal static class ExitCode
{
    /// <summary>The host stopped without a signal: a part of it failed.</summary>
    public const int UnplannedStop = 3;

    /// <summary>Writes what is wrong with the settings to standard error.</summary>
    /// <returns>2, for a command line or settings that are not valid; <c>check</c> uses 1 for warnings.</returns>
    public static int Invalid(string error)
    {
        Console.Error.WriteLine(error);
        return 2;
    }
}
