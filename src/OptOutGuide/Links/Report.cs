namespace OptOutGuide.Links;

/// <summary>A prefilled report that a page or a step has changed, where the host takes such.</summary>
internal static class Report
{
    /// <summary>As an e-mail.</summary>
    public static string? Mail(Visit visit, string title, string path) => visit.Host.ReportEmail is not { } address
        ? null
        : $"mailto:{address}?subject={Escape(visit, visit.Words.Guide.ReportSubject, title)}&body={Escape(visit, visit.Words.Guide.ReportBody, visit.Absolute(path))}";

    /// <summary>As a public one.</summary>
    public static string? Issue(Visit visit, string title, string path) => visit.Host.ReportIssues is not { } address
        ? null
        : $"{address}?title={Escape(visit, visit.Words.Guide.ReportSubject, title)}&body={Escape(visit, visit.Words.Guide.ReportBody, visit.Absolute(path))}";

    private static string Escape(Visit visit, string template, object value) => Uri.EscapeDataString(visit.Language.Say(template, value));
}
