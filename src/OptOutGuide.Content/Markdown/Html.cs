namespace OptOutGuide.Content.Markdown;

/// <summary>Markup that <see cref="SiteMarkdown"/> rendered: safe to put into a page as it is.</summary>
public readonly record struct Html(string Markup);
