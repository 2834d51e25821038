namespace OptOutGuide.Tests.Support;

/// <summary>Commands that run a program with restrictions, for <see cref="RunningSite.Under"/>.</summary>
internal static class RestrictedProcess
{
    /// <summary>Root that must keep to the permissions of files, like anyone else.</summary>
    public static IReadOnlyList<string> OwnFilesOnly { get; } = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"];

    /// <summary>Every log line fails: no space left on device.</summary>
    public static IReadOnlyList<string> FullDiskForLogs { get; } = ["sh", "-c", "exec \"$@\" > /dev/full 2> /dev/full", "sh"];

    /// <summary>Nothing can be written anywhere, as in a container with a read-only root.</summary>
    public static IReadOnlyList<string> ReadOnlyRoot { get; } = ["unshare", "--mount", "sh", "-c", "mount -o remount,bind,ro / && exec \"$@\"", "sh"];
}
