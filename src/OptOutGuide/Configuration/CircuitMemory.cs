namespace OptOutGuide.Configuration;

/// <summary>The memory of open lists, measured by <c>tests/bench/circuits.sh</c>; a test checks it with the fullest list.</summary>
internal static class CircuitMemory
{
    /// <summary>Bytes of a list with as many people, accounts, requests and dates as there may be, once every part of it was rendered again. An ordinary one has a sixth.</summary>
    public const long FullestList = 1_300_000;

    /// <summary>Bytes for everything else: the program, the content, cached pages, responses that are being sent.</summary>
    public const long Rest = 256_000_000;

    private const int Fewest = 10;
    private const int Most = 12_000;

    /// <param name="available">Bytes that .NET may use: in a container three quarters of its limit.</param>
    public static int Fitting(long available) => (int)Math.Clamp((available - Rest) / FullestList, Fewest, Most);
}
