using Microsoft.AspNetCore.WebUtilities;

namespace OptOutGuide.Links;

/// <summary>A prefilled report that a page or a step has changed, where the host takes such.</summary>
internal static class Report
{
    /// <summary>As an e-mail.</summary>
    public static string? Mail(Visit visit, string title, string path) =>
        visit.Host.ReportEmail is { } address ? Address($"mailto:{address}", "subject", visit, title, path) : null;

    /// <summary>As a public issue.</summary>
    public static string? Issue(Visit visit, string title, string path) =>
        visit.Host.ReportIssues is { } address ? Address(address.AbsoluteUri, "title", visit, title, path) : null;

    private static string Address(string address, string titleField, Visit visit, string title, string path)
    {
        var words = visit.Words.Guide;
        return QueryHelpers.AddQueryString(address, new Dictionary<string, string?>
        {
            [titleField] = visit.Language.Say(words.ReportSubject, title),
            ["body"] = visit.Language.Say(words.ReportBody, visit.Absolute(path)),
        });
    }
}
