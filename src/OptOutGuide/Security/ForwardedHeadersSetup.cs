using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using OptOutGuide.Configuration;
using IPNetwork = System.Net.IPNetwork;

namespace OptOutGuide.Security;

/// <summary>Proxies whose X-Forwarded-For, -Proto and -Host headers are used; those of other clients are ignored.</summary>
internal static class ForwardedHeadersSetup
{
    public static void Configure(ForwardedHeadersOptions forwarded, IOptions<SiteOptions> site, IOptions<HostFilteringOptions> hosts)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in ProxyNetworks.Read(site.Value.TrustedProxies).OfType<IPNetwork>())
        {
            forwarded.KnownIPNetworks.Add(network);
        }

        // The framework takes an empty list as "trust everybody".
        forwarded.ForwardedHeaders = forwarded.KnownIPNetworks.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        // A chain of proxies is followed as long as each of them is trusted.
        forwarded.ForwardLimit = null;
        forwarded.AllowedHosts = hosts.Value.AllowedHosts;
    }
}
