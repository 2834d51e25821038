using Microsoft.AspNetCore.Components;

namespace OptOutGuide.Tests.Content;

/// <summary>
/// Content files altered at random, the same at each run: whatever an editor saves, a contributor sends or a disk breaks is
/// read or named with its file, and none of it ever draws markup or a script.
/// </summary>
public sealed class ContentFuzzTests
{
    private const int Tries = 1500;

    private static readonly string[] Snippets =
    [
        "<i9x>", "<script>i9x</script>", "<!-- i9x -->", "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java\tscript:alert(1))", "[x](&#106;avascript:alert(1))",
        "[x](<javascript:alert(1)>)", "[x]: javascript:alert(1)\n\n[x]", "<javascript:alert(1)>", "[x](vbscript:x)", "[x](data:text/html,<i9x>)", "![x](https://elsewhere.example/x.png)",
        "https://elsewhere.example/", "[x](//elsewhere.example)", "[x](link:facebook-short \"t<i9x>\")", "**", "`", "```\n", "::: ", ":::", "::: see\n", "::: <i9x>\n", "| a | b |\n|---|---|\n| <i9x> | c |\n",
        "[^cnil]", "[^", "## ", "## <i9x> {#x}\n", "{#\"><i9x>}", "---\n", "\n", "\t", ": ", "- ", "\"", "'", "&a ", "*a", "!!int ", "!<tag:i9x> ", "{", "}", "[", "]", "? ", "|\n", ">\n", "<<: *a\n",
        "%YAML 9.9\n", "\0", "\uFEFF", "\u202E", "\uFFFD", "é", "99999999999999999999", "-1", "0x10", "2025-02-30", "0001-01-01", ".inf", "null", "~", "{0}", "{9}", "{days", "\r", "../../x", "\\", "#", "%3Ci9x%3E",
    ];

    [Fact]
    public void Content_AlteredAtRandom_IsReadOrNamedAndNeverDrawsMarkup()
    {
        var random = new Random(20250527);
        var (read, refused) = (0, 0);
        using var folder = new ContentFixture();
        var originals = folder.Files.ToDictionary(file => file, folder.Read, StringComparer.Ordinal);
        string[] files = [.. originals.Keys];
        for (var count = 0; count < Tries; count++)
        {
            var file = files[random.Next(files.Length)];
            var altered = Alter(random, originals[file], originals[files[random.Next(files.Length)]]);
            folder.Write(file, altered);

            var (content, problems) = Load(folder, file, altered);

            Assert.All(problems, problem => Assert.Matches(@"^content/[^:]+:[1-9]\d*: ", problem.ToString()));
            Assert.True(content is not null || problems.Any(problem => problem.Severity is Severity.Error), $"{file} was refused without a word: {altered}");
            (read, refused) = content is null ? (read, refused + 1) : (read + 1, refused);
            AssertNoMarkup(content, altered);
            folder.Write(file, originals[file]);
        }

        Assert.Equal(Tries, read + refused);
        Assert.True(read > Tries / 20 && refused > Tries / 20, $"{read} read, {refused} refused: the changes are too weak or too strong to tell.");
    }

    /// <summary>Nested beyond reason: what recursive readers die of, and no reader of ours may.</summary>
    [Theory]
    [InlineData(ContentFixture.Guide, "[")]
    [InlineData(ContentFixture.Guide, "> ")]
    [InlineData(ContentFixture.Guide, "- ")]
    [InlineData(ContentFixture.Guide, "*")]
    [InlineData(ContentFixture.Guide, "**a ")]
    [InlineData(ContentFixture.Guide, "![")]
    [InlineData(ContentFixture.Guide, "::: see\n")]
    [InlineData("timeline.yml", "[")]
    [InlineData("timeline.yml", "{a: ")]
    [InlineData("timeline.yml", "- ")]
    [InlineData("timeline.yml", "? ")]
    [InlineData(ContentFixture.Words, "[")]
    public void Content_NestedBeyondReason_IsNamed(string file, string opening)
    {
        using var folder = new ContentFixture();
        folder.Write(file, folder.Read(file) + "\n\n" + string.Concat(Enumerable.Repeat(opening, file.EndsWith(".md", StringComparison.Ordinal) ? 2_000 : 20_000)));

        var (content, problems) = folder.Load();

        Assert.True(content is not null || problems.Count > 0);
    }

    /// <summary>A few lines that would unfold to billions.</summary>
    [Fact]
    public void Content_ThatUnfoldsWithoutEnd_IsNamed()
    {
        using var folder = new ContentFixture();
        var lines = Enumerable.Range(1, 30).Select(level => $"  - &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]");
        folder.Write("timeline.yml", "- date: 2024-06-06\n  sources: [cnil]\n  fr:\n  - &a0 x\n" + string.Join('\n', lines));

        var (content, problems) = folder.Load();

        Assert.Null(content);
        Assert.Contains(problems, problem => problem.ToString().StartsWith("content/timeline.yml:", StringComparison.Ordinal));
    }

    /// <summary>Deletes, repeats, cuts, swaps and inserts, once or several times.</summary>
    private static string Alter(Random random, string text, string other)
    {
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var (start, length) = (random.Next(text.Length + 1), random.Next(1, 30));
            var end = Math.Min(text.Length, start + length);
            text = random.Next(8) switch
            {
                0 => text[..start] + text[end..],
                1 => text[..end] + text[start..],
                2 => text[..start],
                3 => text[..start] + other[Math.Min(other.Length, start)..Math.Min(other.Length, end)] + text[end..],
                _ => text.Insert(start, Snippets[random.Next(Snippets.Length)]),
            };
        }

        return text;
    }

    private static (SiteContent?, IReadOnlyList<ContentProblem>) Load(ContentFixture folder, string file, string altered)
    {
        try
        {
            return folder.Load();
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"{file} is not read and not named: {altered}", fault);
        }
    }

    private static void AssertNoMarkup(SiteContent? content, string altered)
    {
        foreach (var drawn in Drawn(content, 0))
        {
            var page = RealContent.ParseHtml(drawn.Value);
            Assert.False(page.QuerySelector("i9x, script, img, iframe, style, [onclick]") is not null, $"{drawn}: {altered}");
            Assert.All(page.QuerySelectorAll("[href]"), link => Assert.Matches("^(https?://|/|#)", link.GetAttribute("href")!));
        }
    }

    /// <summary>All drawn Markdown anywhere in the content.</summary>
    private static IEnumerable<MarkupString> Drawn(object? part, int depth) => part switch
    {
        null or string or Uri or Type or DateOnly or DateTimeOffset => [],
        MarkupString drawn => [drawn],
        System.Collections.IEnumerable parts => parts.Cast<object?>().SelectMany(inner => Drawn(inner, depth + 1)),
        _ when depth > 12 || part.GetType().Namespace?.StartsWith("OptOutGuide", StringComparison.Ordinal) is not true => [],
        _ => part.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0 && property.GetMethod?.IsStatic is false)
            .SelectMany(property => Drawn(property.GetValue(part), depth + 1)),
    };
}
