using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace OptOutGuide.Offline;

/// <summary>
/// The script that makes visited pages readable offline (<c>offline.js</c>), with its texts; or, where the operator has
/// switched it off, the one that removes it from the devices that have it (<c>removal.js</c>).
/// </summary>
internal static class OfflineScript
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly string Worker = Read("offline.js");
    private static readonly string Removal = Read("removal.js");

    public static string Write(SiteContent content, bool isWanted) => isWanted ? $"const languages = {Languages(content)};\nconst fields = {Fields};\n{Worker}" : Removal;

    /// <summary>The fields of a query that make another page of an address.</summary>
    private static string Fields { get; } = JsonSerializer.Serialize(QueryFields.All.Order(StringComparer.Ordinal), Json);

    /// <summary>The texts, encoded for the markup that the worker inserts them into.</summary>
    private static string Languages(SiteContent content) => JsonSerializer.Serialize(content.Languages.Select(language =>
    {
        var texts = language.Texts<OfflineTexts>();
        return new
        {
            language.Code,
            Dir = language.IsRightToLeft ? "rtl" : "ltr",
            Culture = language.Culture.Name,
            List = content.SiteMap.Find(PageKind.List, "list", language.Code)!.Path,
            Kept = Markup(texts.Kept),
            Drawn = Markup(texts.List),
            Title = Markup(texts.Title),
            Text = Markup(texts.Text),
            Retry = Markup(texts.Retry),
            Pages = Markup(texts.Pages),
        };
    }), Json);

    private static string Markup(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static string Read(string file)
    {
        using var stream = typeof(OfflineScript).Assembly.GetManifestResourceStream($"{typeof(OfflineScript).Namespace}.{file}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
