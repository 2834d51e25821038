using System.Globalization;
using OptOutGuide.Configuration;

namespace OptOutGuide.Site;

/// <summary>Where to report a vulnerability (RFC 9116). Without a contact the address is not there.</summary>
internal static class SecurityTxt
{
    /// <summary>The operator's, or the one that the host gives for mistakes.</summary>
    public static Uri? ContactOf(SiteOptions site, HostProfile host) => site.SecurityContact ?? (host.Contact is { } mail ? new Uri($"mailto:{mail}") : null);

    /// <summary>Expires a year after the last review of a page: a site without reviews may have no one who reads reports.</summary>
    public static string Write(Uri contact, SiteContent content, Uri canonical)
    {
        var reviewed = content.Guides.Select(guide => guide.Review.On).Concat(content.Articles.Select(article => article.Review.On)).Max();
        return string.Create(CultureInfo.InvariantCulture, $"""
            Contact: {contact.AbsoluteUri}
            Expires: {reviewed.AddYears(1):yyyy-MM-dd}T00:00:00Z
            Preferred-Languages: {string.Join(", ", content.Languages.Select(language => language.Code))}
            Canonical: {canonical.AbsoluteUri}

            """).ReplaceLineEndings("\n");
    }
}
