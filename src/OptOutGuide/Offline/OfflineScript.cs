using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace OptOutGuide.Offline;

/// <summary>
/// The script that keeps visited pages readable without network (<c>offline.js</c>), with the words that it says; or,
/// where the host does not want it, the one that takes it back from the devices that have it (<c>removal.js</c>).
/// </summary>
internal static class OfflineScript
{
    /// <summary>At the root, since a worker answers for what lies below its own address.</summary>
    public const string Path = "/offline.js";

    /// <summary>Long enough that page and worker load it once; as long as it takes to reach a device once switched off.</summary>
    private const string CacheControl = "public, max-age=600";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly string Worker = Read("offline.js");
    private static readonly string Removal = Read("removal.js");

    public static void MapOfflineScript(this WebApplication app) => app.MapMethods(Path, [HttpMethods.Get, HttpMethods.Head], Answer);

    private static IResult Answer(HttpContext context, IOptions<SiteOptions> site, ContentLibrary library)
    {
        var script = Encoding.UTF8.GetBytes(site.Value.Offline ? $"const languages = {Languages(library.Current)};\n{Worker}" : Removal);
        context.Response.Headers.CacheControl = CacheControl;
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(script))[..16]}\"", isWeak: true);
        return Results.Bytes(script, "text/javascript; charset=utf-8", entityTag: tag);
    }

    /// <summary>The words as the markup that the worker puts them into.</summary>
    private static string Languages(SiteContent content) => JsonSerializer.Serialize(content.Languages.Select(language =>
    {
        var words = language.Words.Offline;
        return new
        {
            language.Code,
            Culture = language.Culture.Name,
            List = content.SiteMap.Find(PageKind.List, "list", language.Code)!.Path,
            Own = content.SiteMap.Pages.Where(page => page.Language == language.Code && page.DependsOnQuery).Select(page => page.Path),
            Kept = Markup(words.Kept),
            Drawn = Markup(words.List),
            Title = Markup(words.Title),
            Text = Markup(words.Text),
            Retry = Markup(words.Retry),
            Pages = Markup(words.Pages),
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
