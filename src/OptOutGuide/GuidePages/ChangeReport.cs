using Microsoft.AspNetCore.WebUtilities;
using OptOutGuide.Layout;

namespace OptOutGuide.GuidePages;

/// <summary>A prefilled report that a page or a step has changed, where the operator accepts reports.</summary>
internal static class ChangeReport
{
    /// <summary>As an e-mail.</summary>
    public static string? Mail(PageContext context, string title, string path) =>
        context.Options.ReportEmail is { } address ? Address($"mailto:{address}", "subject", context, title, path) : null;

    /// <summary>As a public issue.</summary>
    public static string? Issue(PageContext context, string title, string path) =>
        context.Options.ReportIssues is { } address ? Address(address.AbsoluteUri, "title", context, title, path) : null;

    private static string Address(string address, string titleField, PageContext context, string title, string path)
    {
        var texts = context.Texts<GuideTexts>();
        return QueryHelpers.AddQueryString(address, new Dictionary<string, string?>
        {
            [titleField] = context.Language.Format(texts.ReportSubject, title),
            ["body"] = context.Language.Format(texts.ReportBody, context.Absolute(path)),
        });
    }
}
