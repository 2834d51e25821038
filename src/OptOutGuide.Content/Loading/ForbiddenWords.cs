namespace OptOutGuide.Content.Loading;

/// <summary>Words that the site never says (an entry of <c>content/&lt;language&gt;/forbidden.yml</c>), and what to say instead.</summary>
internal sealed record ForbiddenWords(string Language, string Words, string Instead);
