using Microsoft.AspNetCore.Components;

namespace OptOutGuide.Layout;

/// <summary>A page as <see cref="Document"/> renders it.</summary>
public sealed record PageView
{
    public required PageContext Context { get; init; }

    /// <summary>200, or the error that the page is about.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Of the page itself, without the site's name.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences for search engines and for apps that show a preview.</summary>
    public required string Description { get; init; }

    public bool IsForSearch { get; init; }

    /// <summary><c>meta</c> elements of the picture that apps show beside a link to the page; null for none.</summary>
    public RenderFragment? Picture { get; init; }

    /// <summary>The <c>script</c> elements that the page needs beside those of every page.</summary>
    public RenderFragment? Scripts { get; init; }

    public required RenderFragment Body { get; init; }
}
