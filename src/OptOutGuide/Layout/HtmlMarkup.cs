using Microsoft.AspNetCore.Components;

namespace OptOutGuide.Layout;

internal static class HtmlMarkup
{
    /// <summary>The one place where markup goes into a page unescaped: <see cref="Html"/> comes from the Markdown renderer alone.</summary>
    public static MarkupString ToMarkup(this Html html) => new(html.Markup);
}
