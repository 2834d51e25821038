using System.Reflection.Metadata;
using OptOutGuide.Caching;

[assembly: MetadataUpdateHandler(typeof(CodeEdits))]

namespace OptOutGuide.Caching;

/// <summary>Counts the edits of code that <c>dotnet watch</c> or a debugger applies to the running site.</summary>
internal static class CodeEdits
{
    private static int _count;

    public static int Count => Volatile.Read(ref _count);

    /// <summary>Called by the runtime, by this name, after each edit.</summary>
    public static void UpdateApplication(Type[]? _) => Interlocked.Increment(ref _count);
}
