using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace OptOutGuide.Content.Guides;

/// <summary>
/// Splits blocks into rendered text and what is between: data that the site fills in, sketches of screens, texts to copy.
/// </summary>
internal sealed class ContentPartReader(MarkdownFile file, LinkResolver links, ProblemList problems)
{
    public IReadOnlyList<ContentPart> Read(IEnumerable<Block> blocks)
    {
        var parts = new List<ContentPart>();
        List<Block> run = [];
        foreach (var block in blocks)
        {
            if (block is CustomContainer { Info: "online" })
            {
                AddText(parts, run);
                AddText(parts, [block], isOnline: true);
                run = [];
            }
            else if (Between(block) is { } part)
            {
                AddText(parts, run);
                parts.Add(part);
                run = [];
            }
            else
            {
                run.Add(block);
            }
        }

        AddText(parts, run);
        return parts;
    }

    private ContentPart? Between(Block block) => block switch
    {
        CustomContainer box when KebabCase.TryParse<DataBlock>(box.Info ?? "", out var data) => new(default, data),
        CustomContainer { Info: "copy" } letter => new(SiteMarkdown.Render([letter], links, file.BodyLine), Letter: string.Join("\n\n", MarkdownParts.Leaves(letter).Select(MarkdownParts.PlainText))),
        FencedCodeBlock screen when ScreenSketch.IsScreen(screen) => new(default, Screen: ScreenSketch.Read(screen, file.File, file.LineOf(screen), file.Labels, problems)),
        _ => null,
    };

    private void AddText(List<ContentPart> parts, List<Block> run, bool isOnline = false)
    {
        if (run.Count > 0)
        {
            var before = links.Resolved.Count;
            parts.Add(new ContentPart(SiteMarkdown.Render(run, links, file.BodyLine), Links: [.. links.Resolved.Skip(before)], IsOnline: isOnline));
        }
    }
}
