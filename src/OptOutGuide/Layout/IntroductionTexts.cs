namespace OptOutGuide.Layout;

/// <summary>What the home page says of the site and its main pages, repeated in menus, on sheets and on share cards.</summary>
public sealed record IntroductionTexts : ITexts
{
    public static string Section => "home";

    public required string Heading { get; init; }
    public required IReadOnlyList<string> WhatMetaDoes { get; init; }
    public required string Start { get; init; }
    public required string List { get; init; }
    public required string Relative { get; init; }
}
