using OptOutGuide.Layout;

namespace OptOutGuide.Embeds;

/// <summary>A page of the site as other sites frame it.</summary>
/// <param name="Height">In CSS pixels: enough for every language from 300 px of width on.</param>
internal sealed record EmbedFrame(SitePage Page, string Title, int Height)
{
    /// <summary>All frames in the language of a page.</summary>
    public static IEnumerable<EmbedFrame> All(PageContext context) => context.Content.SiteMap.Pages
        .Where(page => page.IsEmbed && page.Language == context.Language.Code)
        .OrderBy(page => page.Kind)
        .Select(page => new EmbedFrame(page, TitleOf(context, page), HeightOf(page.Kind, context)));

    public static string TitleOf(PageContext context, SitePage page) => page.Kind switch
    {
        PageKind.DatesFrame => context.Texts<EmbedTexts>().Dates,
        PageKind.ServicesFrame => context.Texts<EmbedTexts>().Services,
        _ => context.Content.Guide(page).Title,
    };

    /// <summary>What a web editor pastes into a page.</summary>
    public string Code(Uri address) =>
        $"""<iframe src="{address}" title="{Title.Replace("\"", "&quot;", StringComparison.Ordinal)}" width="100%" height="{Height}" style="border:0" loading="lazy"></iframe>""";

    private static int HeightOf(PageKind kind, PageContext context) => kind switch
    {
        PageKind.DatesFrame => 540,
        PageKind.ServicesFrame => 200 + (280 * context.Content.GuidesIn(context.Language).Count()),
        _ => 520,
    };
}
