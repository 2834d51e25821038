using OptOutGuide.Layout;

namespace OptOutGuide.Printing;

/// <summary>An address that a sheet prints, because its text has a link to it.</summary>
/// <param name="Words">The words of the link; for an address to try when another fails, that it is one.</param>
internal sealed record SheetLink(string Words, Uri Address)
{
    /// <summary>The addresses of a text, each once, then those to try when its first outside link does not open.</summary>
    public static IEnumerable<SheetLink> In(IEnumerable<ContentPart> parts, PageContext context)
    {
        ContentLink[] links = [.. parts.SelectMany(part => part.Links ?? [])];
        var fallbacks = links.Select(link => link.OutsideLink).OfType<OutsideLink>().Take(1).SelectMany(link => link.Fallbacks).Select(id => context.Content.Links[id]);
        return links.Select(link => new SheetLink(link.Words, context.Absolute(link.Address.Split('#')[0])))
            .Concat(fallbacks.Select(link => new SheetLink(context.Texts<PrintTexts>().OtherAddress, link.Url)))
            .DistinctBy(link => link.Address);
    }
}
