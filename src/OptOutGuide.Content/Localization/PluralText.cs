namespace OptOutGuide.Content.Localization;

/// <summary>A text that changes with a number: one for each form that its language has.</summary>
public sealed record PluralText(IReadOnlyDictionary<PluralForm, string> Forms)
{
    public string For(int count, PluralRule rule) => Forms[rule.FormOf(count)];
}
