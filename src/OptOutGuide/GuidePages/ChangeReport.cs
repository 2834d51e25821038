using Microsoft.AspNetCore.WebUtilities;
using OptOutGuide.Layout;

namespace OptOutGuide.GuidePages;

/// <summary>A prefilled report that a page or a step has changed, where the operator accepts reports.</summary>
internal static class ChangeReport
{
    /// <summary>As an e-mail.</summary>
    public static string? Mail(PageContext context, string title, string path) =>
        context.ReportEmail is { } address ? MailAddress.Compose(address, Subject(context, title), Body(context, path)) : null;

    /// <summary>As a public issue.</summary>
    public static string? Issue(PageContext context, string title, string path) =>
        context.Options.ReportIssues is { } address
            ? QueryHelpers.AddQueryString(address.AbsoluteUri, new Dictionary<string, string?> { ["title"] = Subject(context, title), ["body"] = Body(context, path) })
            : null;

    private static string Subject(PageContext context, string title) => context.Language.Format(context.Texts<GuideTexts>().ReportSubject, title);

    private static string Body(PageContext context, string path) => context.Language.Format(context.Texts<GuideTexts>().ReportBody, context.Absolute(path));
}
