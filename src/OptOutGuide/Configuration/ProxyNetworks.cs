using System.Net;
using IPNetwork = System.Net.IPNetwork;

namespace OptOutGuide.Configuration;

/// <summary>Reads the setting <see cref="SiteOptions.TrustedProxies"/>.</summary>
internal static class ProxyNetworks
{
    private static readonly char[] Separators = [',', ';', ' '];

    /// <summary>Each address or network in turn; null for one that is neither.</summary>
    public static IEnumerable<IPNetwork?> Read(string? proxies) =>
        (proxies ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(ReadOne);

    private static IPNetwork? ReadOne(string proxy)
    {
        if (IPAddress.TryParse(proxy, out var address))
        {
            return new(address, address.GetAddressBytes().Length * 8);
        }

        return IPNetwork.TryParse(proxy, out var network) ? network : null;
    }
}
