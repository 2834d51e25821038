using System.ComponentModel.DataAnnotations;

namespace OptOutGuide;

/// <summary>What a host may set, under <c>Site</c>.</summary>
internal sealed class SiteOptions : IValidatableObject
{
    /// <summary>Folder of the content, absolute or below the program's own folder.</summary>
    [Required]
    public string ContentFolder { get; init; } = "content";

    /// <summary>Public address of the site, such as <c>https://example.org/</c>; null to take the request's host.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>Where a day begins and ends for the visitors.</summary>
    [Required]
    public string TimeZone { get; init; } = "Europe/Paris";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseAddress is { IsAbsoluteUri: false } or { Scheme: not ("http" or "https") } or { AbsolutePath: not "/" })
        {
            yield return new("Site:BaseAddress must be an http or https address without a path, such as https://example.org/.");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new($"Site:TimeZone: there is no time zone \"{TimeZone}\"; write one such as Europe/Paris.");
        }
    }
}
