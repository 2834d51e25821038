namespace OptOutGuide.Configuration;

/// <summary>The memory of open lists, measured by <c>tests/bench/circuits.sh</c>; a test checks it with the fullest list.</summary>
internal static class CircuitMemory
{
    /// <summary>Bytes of a list with as many people, accounts, requests and dates as there may be, once every part of it was rendered again. An ordinary one has a fifth.</summary>
    public const long MaxListBytes = 1_000_000;

    /// <summary>Bytes for everything else: the program, the content, cached pages, responses that are being sent.</summary>
    public const long ReservedBytes = 256_000_000;

    private const int MinCircuits = 10;
    private const int MaxCircuits = 12_000;
    private const int MaxRetained = 100;

    /// <summary>How many lists may be open, beside those that are kept for visitors whose connection broke.</summary>
    /// <param name="available">Bytes that .NET may use: in a container three quarters of its limit.</param>
    public static int MaxCircuitsFor(long available)
    {
        var lists = (available - ReservedBytes) / MaxListBytes;
        return (int)Math.Clamp(Math.Max(lists - MaxRetained, lists * 4 / 5), MinCircuits, MaxCircuits);
    }

    /// <summary>How many lists are kept for visitors whose connection broke; past it they are given up at once.</summary>
    public static int Retained(int open) => Math.Clamp(open / 4, 1, MaxRetained);
}
