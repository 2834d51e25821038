using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace OptOutGuide.Edge;

/// <summary>The proxies whose word counts on who asks, by which scheme and under which host; anybody else's is ignored.</summary>
internal static class TrustedProxies
{
    private static readonly char[] Separators = [',', ';', ' '];

    public static void Configure(ForwardedHeadersOptions forwarded, IOptions<SiteOptions> site, IOptions<HostFilteringOptions> hosts)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in Read(site.Value.TrustedProxies).OfType<IPNetwork>())
        {
            forwarded.KnownIPNetworks.Add(network);
        }

        // The framework reads "none known" as "believe everybody".
        forwarded.ForwardedHeaders = forwarded.KnownIPNetworks.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        // A chain of proxies is followed for as long as each of them is known.
        forwarded.ForwardLimit = null;
        forwarded.AllowedHosts = hosts.Value.AllowedHosts;
    }

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
