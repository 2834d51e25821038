namespace OptOutGuide.Content.Evidence;

/// <summary>Checks that an outside link leads where it seems to lead.</summary>
internal static class OutsideLinkRules
{
    /// <summary>Prefixes of Meta's hosts that redirect to other sites, or hold other people's apps.</summary>
    private static readonly string[] Redirectors = ["l.", "lm.", "apps."];

    /// <summary>The domains by which the site tells visitors to recognise Meta.</summary>
    public static readonly IReadOnlyList<string> MetaDomains = ["facebook.com", "instagram.com", "whatsapp.com", "meta.com"];

    private static readonly string[] MetaNames = ["facebook", "instagram", "whatsapp"];

    /// <summary>Contradictions between an address and its field <c>meta</c>.</summary>
    public static IEnumerable<string> ErrorsIn(OutsideLink link)
    {
        var host = link.Url.Host;
        if (host == OutsideAddress.Unreadable.Host)
        {
            // Reported when it was read.
            yield break;
        }

        var leadsToMeta = MetaDomains.Any(domain => OutsideAddress.IsPartOf(host, domain));
        if (link.IsMetas && !leadsToMeta)
        {
            yield return $"this leads to {host}, which is none of Meta's sites ({string.Join(", ", MetaDomains)}); correct the address or write \"meta: false\"";
        }
        else if (leadsToMeta && LeadsOn(link.Url))
        {
            yield return $"this address of Meta's leads on to a site or an app that is not Meta's; write the address where it ends";
        }
        else if (leadsToMeta && !link.IsMetas)
        {
            yield return $"this leads to {host}, a site of Meta's; write \"meta: true\"";
        }
        else if (!leadsToMeta && MetaNames.Any(name => host.Contains(name, StringComparison.Ordinal)))
        {
            yield return $"this leads to {host}, which bears a name of Meta's and is none of its sites; remove the link";
        }
    }

    /// <summary>Whether an address of Meta's is one that redirects to another site, or hosts other people's apps.</summary>
    private static bool LeadsOn(Uri url) => Redirectors.Any(part => url.Host.StartsWith(part, StringComparison.Ordinal))
        || Uri.UnescapeDataString(url.Query).Contains("://", StringComparison.Ordinal);

    /// <summary>What is wrong with the words for a link in one language; null for nothing.</summary>
    public static string? ErrorInWords(string words, OutsideLink link) =>
        OutsideAddress.OtherSite(words, link.Url.Host) is { } site ? $"the words name {site}, the address leads to {link.Url.Host}; make them agree" : null;
}
