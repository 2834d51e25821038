using System.Text.Json;
using System.Text.Json.Serialization;

namespace OptOutGuide.Content;

/// <summary>
/// The record of a check that found no problem, written by <c>check --record</c>. A site of the same build whose content has the
/// same bytes starts with the languages that come first, and reads the others afterwards.
/// </summary>
/// <param name="Version">The <see cref="ContentVersion"/> of the content.</param>
/// <param name="Program">The build that checked it: another may check more, or need more texts.</param>
/// <param name="Until">
/// The earliest day on which something is due for review. From the next day a check would warn, so the record no longer applies.
/// </param>
/// <param name="First">Codes of the languages that are read first: none of their pages needs another.</param>
/// <param name="Languages">Those of the site, the default first.</param>
/// <param name="Pages">Those of the site map, in all languages.</param>
public sealed record CheckedContent(
    string Version, string Program, DateOnly Until, IReadOnlyList<string> First, IReadOnlyList<CheckedLanguage> Languages, IReadOnlyList<SitePage> Pages)
{
    /// <summary>The name of the file beside the program.</summary>
    public const string File = "content-check.json";

    /// <param name="content">Content in which a check found neither an error nor a warning.</param>
    public static CheckedContent Of(SiteContent content, string version, IReadOnlyList<TextsType> texts) => new(
        version,
        ProgramWith(texts),
        content.Guides.Select(guide => guide.Review).Concat(content.Articles.Select(article => article.Review)).Concat(content.Links.Values.Select(link => link.Review)).Min(review => review.Due),
        FirstLanguages(content),
        [.. content.Languages.Select(language => new CheckedLanguage(language.Code, language.Name, language.Culture.Name))],
        content.SiteMap.Pages);

    /// <summary>Reads the record; null where there is none or it does not apply: other content, another build, or too old.</summary>
    /// <param name="version">Of the content as it is now.</param>
    public static CheckedContent? Find(string path, string version, DateOnly today, IReadOnlyList<TextsType> texts)
    {
        try
        {
            return System.IO.File.Exists(path)
                && JsonSerializer.Deserialize(System.IO.File.ReadAllBytes(path), CheckedContentJson.Default.CheckedContent) is { } found
                && found.Version == version && found.Program == ProgramWith(texts) && today <= found.Until
                    ? found
                    : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            // The content is then read and checked as a whole.
            return null;
        }
    }

    public void Write(string path) => System.IO.File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(this, CheckedContentJson.Default.CheckedContent));

    /// <summary>All languages, of which those that were read have their texts.</summary>
    internal IReadOnlyList<Language> NamesOf(IReadOnlyList<Language> read) =>
        [.. Languages.Select(language => read.FirstOrDefault(own => own.Code == language.Code) ?? new Language(language.Code, language.Name, LanguageFiles.FindRegionalForm(language.Culture)!, TextSet.None))];

    private static string ProgramWith(IReadOnlyList<TextsType> texts) =>
        string.Join(' ', texts.Select(text => text.Type.Module).Append(typeof(CheckedContent).Module).Distinct().Select(module => module.ModuleVersionId));

    /// <summary>The default language, the one that stands in for the others, and those of the texts that their pages show.</summary>
    private static IReadOnlyList<string> FirstLanguages(SiteContent content)
    {
        string[] first = [];
        string[] next = [.. new[] { content.Languages[0].Code, Language.Fallback }.Where(code => content.TextLanguages.Any(language => language.Code == code)).Distinct()];
        while (next.Length > first.Length)
        {
            first = next;
            SitePage[] pages = [.. content.SiteMap.Pages.Where(page => first.Contains(page.Language))];
            next = [.. first.Union(pages.Select(page => page.WrittenIn)).Union(pages.Select(content.Original).OfType<SitePage>().Select(page => page.WrittenIn))];
        }

        return first;
    }
}

/// <param name="Culture">The regional form, such as <c>fr-FR</c>.</param>
public sealed record CheckedLanguage(string Code, string Name, string Culture);

[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CheckedContent))]
internal sealed partial class CheckedContentJson : JsonSerializerContext;
