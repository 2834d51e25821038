using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace OptOutGuide.Embeds;

/// <summary>Deadlines and guides as JSON, for other sites' programs. <c>docs/adopt.md</c> describes the fields.</summary>
internal static class PublicData
{
    /// <summary>Rises when a field is renamed or removed, or changes its meaning; not when one is added.</summary>
    private const int Version = 1;

    private const string Licence = "CC BY 4.0";

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static string Deadlines(SiteContent content, Uri site, DateTimeOffset now) => Write(new
    {
        Version,
        Site = site,
        Licence,
        Deadlines = content.Deadlines.Select(deadline => new
        {
            deadline.Id,
            deadline.At,
            Zone = deadline.Zone.Id,
            Phase = KebabCase.Of(deadline.StateAt(now).Phase.ToString()),
            Texts = content.Languages.ToDictionary(language => language.Code, language => new
            {
                deadline.Texts[language.Code].Name,
                Now = deadline.Texts[language.Code].For(deadline.StateAt(now), language.Date(deadline.Day)),
                Always = deadline.Texts[language.Code].AlwaysText,
            }),
            Sources = deadline.Sources.Select(id => SourceOf(content.Sources[id])),
        }),
    });

    public static string Guides(SiteContent content, Uri site) => Write(new
    {
        Version,
        Site = site,
        Licence,
        Guides = content.Guides.OrderBy(guide => guide.FrontMatter.Order).GroupBy(guide => guide.Id).Select(guides => new
        {
            Id = guides.Key,
            Forms = guides.First().Forms.Select(FormOf),
            Languages = guides.ToDictionary(guide => guide.Language, guide => new
            {
                guide.Name,
                guide.Title,
                guide.FrontMatter.Summary,
                guide.FrontMatter.Minutes,
                Reviewed = guide.Review.On,
                Address = new Uri(site, content.SiteMap.Find(PageKind.Guide, guide.Id, guide.Language)!.Path),
                Steps = guide.Steps.Select(step => step.Title),
            }),
        }),
    });

    private static object SourceOf(Source source) => new { source.Publisher, source.Title, Date = Of(source.Date), IsUndated = source.Date.IsUndated, source.Url };

    /// <summary>Nobody here has opened the address: who gave it, and when, comes with it.</summary>
    private static object FormOf(OutsideLink form) => new
    {
        form.Url,
        LoginNeeded = form.NeedsLogin,
        EvidenceGrade = KebabCase.Of(form.Grade.ToString()),
        EvidenceDate = Of(form.Date),
    };

    /// <summary>As precise as it is known: <c>2025-05-27</c>, <c>2025-05</c> or <c>2025</c>.</summary>
    private static string Of(SourceDate date) => date.Date.ToString();

    private static string Write(object data) => JsonSerializer.Serialize(data, Options);
}
