using System.ComponentModel.DataAnnotations;

namespace OptOutGuide;

/// <summary>What a host may set, under <c>Site</c>.</summary>
public sealed class SiteOptions : IValidatableObject
{
    /// <summary>Folder of the content, absolute or below the program's own folder.</summary>
    [Required]
    public string ContentFolder { get; init; } = "content";

    /// <summary>Public address of the site, such as <c>https://example.org/</c>; null to take the request's host.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>Where a day begins and ends for the visitors.</summary>
    [Required]
    public string TimeZone { get; init; } = "Europe/Paris";

    /// <summary>
    /// How long a list whose connection broke is kept on the server, for a visitor who comes back at once. A silent
    /// connection counts as broken after 30 seconds, so that by default every list is gone within a minute.
    /// </summary>
    [Range(0, 3600)]
    public int CircuitRetentionSeconds { get; init; } = 25;

    /// <summary>Where visitors may write that a step has changed; null to offer no e-mail.</summary>
    [EmailAddress]
    public string? ReportEmail { get; init; }

    /// <summary>Address where a new public report is opened, such as <c>https://…/issues/new</c>; null to offer none.</summary>
    public Uri? ReportIssues { get; init; }

    /// <summary>A prefilled e-mail about a page or a step.</summary>
    public string? ReportMail(Visit visit, string title, string path) => ReportEmail is null
        ? null
        : $"mailto:{ReportEmail}?subject={Escape(visit, visit.Words.Guide.ReportSubject, title)}&body={Escape(visit, visit.Words.Guide.ReportBody, visit.Absolute(path))}";

    /// <summary>A prefilled public report about a page or a step.</summary>
    public string? ReportIssue(Visit visit, string title, string path) => ReportIssues is null
        ? null
        : $"{ReportIssues}?title={Escape(visit, visit.Words.Guide.ReportSubject, title)}&body={Escape(visit, visit.Words.Guide.ReportBody, visit.Absolute(path))}";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseAddress is { IsAbsoluteUri: false } or { Scheme: not ("http" or "https") } or { AbsolutePath: not "/" })
        {
            yield return new("Site:BaseAddress must be an http or https address without a path, such as https://example.org/.");
        }

        if (ReportIssues is { IsAbsoluteUri: false } or { Scheme: not "https" })
        {
            yield return new("Site:ReportIssues must be an address that starts with https://.");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new($"Site:TimeZone: there is no time zone \"{TimeZone}\"; write one such as Europe/Paris.");
        }
    }

    private static string Escape(Visit visit, string template, object value) => Uri.EscapeDataString(visit.Language.Say(template, value));
}
