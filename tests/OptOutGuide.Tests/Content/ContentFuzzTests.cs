using FsCheck;
using FsCheck.Fluent;

namespace OptOutGuide.Tests.Content;

/// <summary>Content files altered at random: each is read or reported with its file name, and never rendered as markup or script.</summary>
public sealed class ContentFuzzTests
{
    [SampledProperty(150, Arbitrary = [typeof(AlteredFiles)])]
    [Trait("Suite", "Sample")]
    public void Content_AlteredAtRandom_IsReadOrNamedAndNeverDrawsMarkup(AlteredFile altered)
    {
        using var folder = new ContentFixture();
        folder.Write(altered.File, altered.Text);

        var (content, problems) = folder.Load();

        Assert.All(problems, problem => Assert.Matches(@"^content/[^:]+:[1-9]\d*: ", problem.ToString()));
        Assert.Equal(content is null, problems.Any(problem => problem.Severity is Severity.Error));
        AssertNoMarkup(content);
    }

    /// <summary>With alterations too weak or too strong, the property above would hold for any loader.</summary>
    [Fact]
    [Trait("Suite", "Full")]
    public void Content_AlteredAtRandom_IsSometimesReadAndSometimesRefused()
    {
        var isRead = AlteredFiles.Any.Generator.Sample(200).Select(altered =>
        {
            using var folder = new ContentFixture();
            folder.Write(altered.File, altered.Text);
            return folder.Load().Content is not null;
        }).ToArray();

        Assert.InRange(isRead.Count(one => one), isRead.Length / 50, isRead.Length - isRead.Length / 50);
    }

    /// <summary>Nesting so deep that a recursive parser would overflow its stack, and end the process of the tests.</summary>
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
    [InlineData(ContentFixture.SiteTexts, "[")]
    public void Content_NestedBeyondReason_IsReadOrNamed(string file, string opening)
    {
        using var folder = new ContentFixture();
        folder.Write(file, folder.Read(file) + "\n\n" + string.Concat(Enumerable.Repeat(opening, file.EndsWith(".md", StringComparison.Ordinal) ? 2_000 : 20_000)));

        var (_, problems) = folder.Load();

        Assert.All(problems, problem => Assert.Equal($"content/{file}", problem.File));
    }

    /// <summary>A few lines that would expand to billions.</summary>
    [Fact]
    public void Content_ThatUnfoldsWithoutEnd_IsNamed()
    {
        using var folder = new ContentFixture();
        var lines = Enumerable.Range(1, 30).Select(level => $"  - &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]");
        folder.Write("timeline.yml", "- id: complaints\n  date: 2024-06-06\n  sources:\n  - &a0 x\n" + string.Join('\n', lines));

        var (content, problems) = folder.Load();

        Assert.Null(content);
        Assert.Contains(problems, problem => problem.ToString().StartsWith("content/timeline.yml:", StringComparison.Ordinal));
    }

    private static void AssertNoMarkup(SiteContent? content)
    {
        foreach (var html in Rendered(content, 0))
        {
            var page = RealContent.ParseHtml(html.Markup);
            Assert.False(page.QuerySelector("i9x, script, img, iframe, style, [onclick]") is not null, html.Markup);
            Assert.All(page.QuerySelectorAll("[href]"), link => Assert.Matches("^(https?://|/|#)", link.GetAttribute("href")!));
        }
    }

    /// <summary>All rendered Markdown anywhere in the content.</summary>
    private static IEnumerable<Html> Rendered(object? part, int depth) => part switch
    {
        null or string or Uri or Type or DateOnly or DateTimeOffset => [],
        Html html => [html],
        System.Collections.IEnumerable parts => parts.Cast<object?>().SelectMany(inner => Rendered(inner, depth + 1)),
        _ when depth > 12 || part.GetType().Namespace?.StartsWith("OptOutGuide", StringComparison.Ordinal) is not true => [],
        _ => part.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0 && property.GetMethod?.IsStatic is false)
            .SelectMany(property => Rendered(property.GetValue(part), depth + 1)),
    };

    public sealed record AlteredFile(string File, IReadOnlyList<Edit> Edits)
    {
        public string Text => Edits.Aggregate(AlteredFiles.Originals[File], (text, edit) => edit.Apply(text));

        public override string ToString() => $"{File} with {string.Join(", then ", Edits)}";
    }

    /// <summary>Replaces the text at a position; both end with the file.</summary>
    public sealed record Edit(int Start, int Lost, string Slipped)
    {
        public string Apply(string text)
        {
            var start = Math.Min(Start, text.Length);
            return text[..start] + Slipped + text[(start + Math.Min(Lost, text.Length - start))..];
        }
    }

    /// <summary>Deletes, repeats, cuts, swaps and inserts, once or several times.</summary>
    private static class AlteredFiles
    {
        private const int ToTheEnd = int.MaxValue;

        private static readonly string[] Snippets =
        [
            "<i9x>", "<b>", "<script>i9x</script>", "<!-- i9x -->", "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java\tscript:alert(1))", "[x](&#106;avascript:alert(1))",
            "[x](<javascript:alert(1)>)", "[x]: javascript:alert(1)\n\n[x]", "<javascript:alert(1)>", "[x](vbscript:x)", "[x](data:text/html,<i9x>)", "![x](https://elsewhere.example/x.png)",
            "https://elsewhere.example/", "[x](//elsewhere.example)", "[x](link:facebook-short \"t<i9x>\")", "(link:", "(page:#", "**", "`", "```\n", "::: ", ":::", ":::\n", "::: see\n", "::: limits\n", "::: <i9x>\n",
            "| a | b |\n|---|---|\n| <i9x> | c |\n", "[^cnil]", "[^x]", "[^", "## ", "## <i9x> {#x}\n", "{#x}", "{#\"><i9x>}", "---\n", "\n", "  ", "\t", ":", ": ", "- ", "\"", "'", "&a ", "*a", "!!int ",
            "!<tag:i9x> ", "{", "}", "[", "]", "? ", "|", "|\n", ">\n", "<<: *a\n", "%YAML 9.9\n", "\0", "\uFEFF", "\u202E", "\uFFFD", "é", "0", "99999999", "99999999999999999999", "-1", "0x10",
            "2025-02-30", "0001-01-01", "9999-12-31", ".inf", "null", "~", "{0}", "{9}", "{days", "\r", "../../x", "\\", "#", "%3Ci9x%3E",
        ];

        public static IReadOnlyDictionary<string, string> Originals { get; } = ReadOriginals();

        public static Arbitrary<AlteredFile> Any { get; } = Arb.From(
            from file in Gen.Elements(Originals.Keys)
            from other in Gen.Elements(Originals.Values)
            from count in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Choose(2, 3)))
            from edits in Edits(Originals[file], other).ArrayOf(count)
            select new AlteredFile(file, edits),
            altered => Shrinking.Smaller(altered.Edits, Smaller).Select(edits => altered with { Edits = edits }));

        private static Gen<Edit> Edits(string text, string other) =>
            from start in Gen.Choose(0, text.Length)
            from length in Gen.Choose(1, 40)
            from edit in Gen.Frequency(
                (1, Gen.Constant(new Edit(start, length, ""))),
                (1, Gen.Constant(new Edit(start, 0, Part(text, start, length)))),
                (1, Gen.Constant(new Edit(start, ToTheEnd, ""))),
                (1, Gen.Constant(new Edit(start, length, Part(other, start, length)))),
                (4, Gen.Elements(Snippets).Select(snippet => new Edit(start, 0, snippet))))
            select edit;

        private static IEnumerable<Edit> Smaller(Edit edit) =>
            Shrinking.Smaller(edit.Slipped).Select(slipped => edit with { Slipped = slipped })
                .Concat(edit.Lost == 0 ? [] : [edit with { Lost = 0 }, edit with { Lost = edit.Lost / 2 }]);

        private static string Part(string text, int start, int length) => new([.. text.Skip(start).Take(length)]);

        private static Dictionary<string, string> ReadOriginals()
        {
            using var folder = new ContentFixture();
            return folder.Files.ToDictionary(file => file, folder.Read, StringComparer.Ordinal);
        }
    }
}
