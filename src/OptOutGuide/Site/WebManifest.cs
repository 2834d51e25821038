using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using OptOutGuide.Layout;

namespace OptOutGuide.Site;

/// <summary>What a phone needs to put the site on its home screen, one per language.</summary>
internal static class WebManifest
{
    public const string ContentType = "application/manifest+json";

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="asset">The address of a file of <c>wwwroot</c>.</param>
    public static string Write(HostProfile host, Language language, Func<string, string> asset) => JsonSerializer.Serialize(new
    {
        name = language.Texts<SiteTexts>().Title,
        short_name = language.Texts<SiteTexts>().Title,
        description = language.Texts<SiteTexts>().Tagline,
        lang = language.Code,
        id = $"/{language.Code}/",
        start_url = $"/{language.Code}/",
        scope = "/",
        // The visitor's own browser: there they are logged in at Meta, and there their list is kept.
        display = "browser",
        background_color = Palette.Ground,
        theme_color = Palette.Ground,
        icons = SiteIcon.ForManifest(host, asset).Select(icon => new { src = icon.Address, sizes = icon.Sizes, type = icon.Type, purpose = icon.Purpose }),
    }, Options);
}
