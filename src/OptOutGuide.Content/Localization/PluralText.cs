namespace OptOutGuide.Content.Localization;

/// <summary>A text that changes with a number. Languages with more than two forms would need a rule here.</summary>
public sealed record PluralText
{
    public required string One { get; init; }
    public required string Other { get; init; }

    /// <summary>French counts zero as one; the other languages here do not.</summary>
    public string For(int count, string language) => count == 1 || (count == 0 && language == "fr") ? One : Other;
}
