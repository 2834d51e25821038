using System.Globalization;

namespace OptOutGuide.Operations;

/// <summary>Whom to tell of a hole in the site (RFC 9116). Without a contact the address is not there.</summary>
internal static class SecurityText
{
    public const string Path = "/.well-known/security.txt";

    /// <summary>
    /// Runs out a year after somebody last read a page of the site: from then on nobody may be there to read reports
    /// either, and the RFC wants that said.
    /// </summary>
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
