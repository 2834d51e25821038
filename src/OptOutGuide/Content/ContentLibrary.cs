namespace OptOutGuide.Content;

/// <summary>The content that the site shows at this moment.</summary>
internal sealed class ContentLibrary(SiteContent content)
{
    public SiteContent Current { get; } = content;
}
