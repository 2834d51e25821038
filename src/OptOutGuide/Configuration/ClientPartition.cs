using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace OptOutGuide.Configuration;

/// <summary>
/// Who counts as one client: an IPv4 address or an IPv6 network of 64 bits, which a whole library may share. It is kept in
/// memory only, until its tokens are complete again.
/// </summary>
internal static class ClientPartition
{
    /// <summary>
    /// How many shares the clients of one IPv6 network of 48 bits have together. A provider assigns such a network to a
    /// company. It has 65,536 networks of 64 bits, and its owner could otherwise act as 65,536 clients.
    /// </summary>
    private const int SharesPerNetwork = 4;

    private static readonly RateLimitPartition<IPAddress> Uncounted = RateLimitPartition.GetNoLimiter(IPAddress.None);

    /// <summary>A limiter with a share for each client, and several for the clients of one IPv6 network together.</summary>
    /// <param name="addressOf">Null for what is not counted.</param>
    /// <param name="partition">The limiter for a client or a network, with its number of shares.</param>
    public static PartitionedRateLimiter<T> Limiter<T>(Func<T, IPAddress?> addressOf, Func<IPAddress, int, RateLimitPartition<IPAddress>> partition) =>
        // The client comes first: one that has used up its own share takes nothing from its network's.
        PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<T, IPAddress>(resource => addressOf(resource) is { } address ? partition(ClientOf(address), 1) : Uncounted),
            PartitionedRateLimiter.Create<T, IPAddress>(resource => addressOf(resource) is { } address && NetworkOf(address) is { } network ? partition(network, SharesPerNetwork) : Uncounted));

    /// <summary>An address that is not known, as behind a Unix socket, is one client too.</summary>
    public static IPAddress AddressOf(HttpContext? context) => context?.Connection.RemoteIpAddress ?? IPAddress.None;

    public static IPAddress ClientOf(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : address.AddressFamily is AddressFamily.InterNetworkV6 ? Prefix(address, bytes: 8)
        : address;

    /// <summary>Null for IPv4, where a client has one address.</summary>
    public static IPAddress? NetworkOf(IPAddress address) =>
        address.AddressFamily is AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6 ? Prefix(address, bytes: 6) : null;

    /// <summary>A minute's tokens at once, then refilled evenly.</summary>
    public static TokenBucketRateLimiterOptions PerMinute(int tokens) => new()
    {
        TokenLimit = tokens,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / tokens,
    };

    private static IPAddress Prefix(IPAddress address, int bytes)
    {
        var all = address.GetAddressBytes();
        all.AsSpan(bytes).Clear();
        return new(all);
    }
}
