using System.Globalization;
using System.Runtime.InteropServices;

namespace OptOutGuide.Edge;

/// <summary>
/// The thread that hears a request answers it: an answer from memory is shorter than the way to another thread and back. PageCache
/// sends everything else on to the pool. There are as many such threads as processors, each with its share of the connections.
/// </summary>
internal static class SocketThreads
{
    private const string AnswersInline = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>About a millisecond of them.</summary>
    private const int AnswersATurn = 100;

    /// <summary>As many as the C library's own masks hold. Linux refuses one with fewer than the machine could ever have.</summary>
    private const int MostProcessors = 1024;

    [ThreadStatic]
    private static int _answers;

    /// <summary>Sockets read the variable when the first of them is made.</summary>
    public static void Use(IWebHostBuilder host)
    {
        Environment.SetEnvironmentVariable(AnswersInline, Environment.GetEnvironmentVariable(AnswersInline) ?? "1");
        host.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
    }

    /// <summary>
    /// To be called after an answer from memory. A thread that always has one more to give keeps its processor until the system's clock
    /// ticks, every 4 ms by habit, and whoever waits for that processor waits so long: a proxy on the same machine, or the visitors of a list.
    /// </summary>
    public static void TakeTurns()
    {
        if (++_answers >= AnswersATurn)
        {
            _answers = 0;
            Thread.Yield();
        }
    }

    /// <summary>
    /// Once they run, binds each to a processor of its own, on Linux. Otherwise two of them may come to share one, and who waits for
    /// one thread waits for the other's turn to end as well. Not where the process counts fewer processors than it may run on, as under a
    /// container's limit: many such processes would all crowd onto the first.
    /// </summary>
    public static void KeepApart()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            var threads = Directory.GetDirectories("/proc/self/task").Where(IsSocketThread).Select(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)).ToList();
            var mask = new byte[MostProcessors / 8];
            _ = GetAffinity(0, (nuint)mask.Length, mask);
            var processors = Enumerable.Range(0, MostProcessors).Where(processor => (mask[processor / 8] & 1 << processor % 8) != 0).ToList();
            if (threads.Count != Environment.ProcessorCount || threads.Count != processors.Count)
            {
                return;
            }

            foreach (var (thread, processor) in threads.Zip(processors))
            {
                Array.Clear(mask);
                mask[processor / 8] = (byte)(1 << processor % 8);
                // Where a system forbids it, the site runs as any other program does.
                _ = SetAffinity(thread, (nuint)mask.Length, mask);
            }
        }
        catch (IOException)
        {
            // Some other thread ended while its name was read: not worth a second try.
        }
    }

    private static bool IsSocketThread(string folder) => File.ReadAllText($"{folder}/comm").StartsWith(".NET Sockets", StringComparison.Ordinal);

    /// <param name="thread">0 is the one that asks.</param>
    /// <param name="bytes">Length of the mask.</param>
    /// <param name="mask">A bit for each processor that the thread may run on, the first processor's the lowest of the first byte; left as it is where asking fails.</param>
    /// <returns>0, or -1 for a failure.</returns>
    [DllImport("libc", EntryPoint = "sched_getaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetAffinity(int thread, nuint bytes, [Out] byte[] mask);

    [DllImport("libc", EntryPoint = "sched_setaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetAffinity(int thread, nuint bytes, byte[] mask);
}
