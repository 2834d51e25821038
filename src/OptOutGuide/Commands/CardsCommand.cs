using OptOutGuide.Sharing;
using OptOutGuide.Site;

namespace OptOutGuide.Commands;

/// <summary>
/// Writes the share cards as SVG, for <c>tests/draw-pictures.mjs</c> to turn into PNG. Ends with 0, or 2 where the content
/// has errors.
/// </summary>
internal static class CardsCommand
{
    public static int Run(ContentLayers folders, string folder)
    {
        if (ContentLoader.Load(folders, ContentLoader.LatestToday, TextCatalog.All).Content is not { } content)
        {
            Console.Error.WriteLine("The content has errors; see the command check.");
            return 2;
        }

        foreach (var card in content.Languages.SelectMany(language => ShareCard.In(content, language)))
        {
            var file = Path.Combine(folder, card.File + ".svg");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, card.ToSvg());
        }

        return 0;
    }
}
