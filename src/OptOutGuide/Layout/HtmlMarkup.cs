using Microsoft.AspNetCore.Components;

namespace OptOutGuide.Layout;

internal static class HtmlMarkup
{
    /// <summary>Writes trusted markup unescaped. The only other <see cref="MarkupString"/> is the JSON of <see cref="StructuredData"/>.</summary>
    public static MarkupString ToMarkup(this Html html) => new(html.Markup);
}
