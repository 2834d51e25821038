namespace OptOutGuide.GuidePages;

/// <summary>A ready text as a file for any text program.</summary>
internal static class LetterFile
{
    /// <summary>Behind the address of the text's page.</summary>
    public const string Ending = ".txt";

    public const string ContentType = "text/plain; charset=utf-8";

    /// <summary>With a byte order mark and both line ends: older programs guess the encoding, and show one line otherwise.</summary>
    /// <returns>Null where the text has nothing to copy.</returns>
    public static string? Write(Article text) =>
        string.Join("\n\n", text.Letters) is { Length: > 0 } words ? $"\uFEFF{words}\n".ReplaceLineEndings("\r\n") : null;
}
