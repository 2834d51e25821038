using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace OptOutGuide.Content.Checks;

/// <summary>Checks one page apart from its link targets: link texts, readability, dates, sources of steps.</summary>
internal static class PageChecks
{
    private static readonly string[] EmptyLinkTexts = ["ici", "cliquez ici", "lien", "here", "click here", "link", "hier"];

    /// <summary>Fewer say nothing about a text.</summary>
    private const int MinSentences = 3;

    public static void Check(PageFile page, DateOnly today, ProblemList problems)
    {
        CheckLinkTexts(page.Markdown, problems);
        CheckReadability(page, problems);
        CheckUndated(page, problems);
        CheckReview(page.File, page.Markdown.Fields.LineOf("reviewed"), page.FrontMatter.Review, "the page", today, problems);
        if (page.Kind is PageKind.Guide or PageKind.GuideEasy)
        {
            LabelChecks.CheckBold(page.Markdown, problems);
        }

        if (page.Kind is PageKind.Guide)
        {
            CheckSourcesOfSteps(page.Markdown, problems);
            CheckLengthOfSteps(page.Markdown, problems);
        }
    }

    public static void CheckReview(string file, int line, Review review, string what, DateOnly today, ProblemList problems)
    {
        // A date that could not be read was reported already.
        if (review.On != default && review.IsOverdue(today))
        {
            problems.Warning(file, line, $"{what} has been due for review since {review.Due:O}; read it against its sources and change \"reviewed\"");
        }
    }

    private static void CheckLinkTexts(MarkdownFile file, ProblemList problems)
    {
        foreach (var (link, line) in file.Find<LinkInline>())
        {
            var text = string.Concat(link.Descendants<LiteralInline>().Select(literal => literal.Content.ToString())).Trim();
            if (text.Length == 0)
            {
                problems.Error(file.File, line, "this link has no words; say where it leads");
            }
            else if (EmptyLinkTexts.Contains(text.ToLowerInvariant()))
            {
                problems.Warning(file.File, line, $"\"{text}\" does not say where the link leads; name the page");
            }
        }
    }

    /// <summary>Everyone reads the guides, so only the easy-to-read versions have stricter limits.</summary>
    private static void CheckReadability(PageFile page, ProblemList problems)
    {
        var maxWords = page.Kind is PageKind.GuideEasy ? 12 : 20;
        var text = TextCounts.Of(page.Markdown);
        if (text.Sentences < MinSentences)
        {
            return;
        }

        if (text.WordsPerSentence > maxWords)
        {
            problems.Warning(page.File, page.Markdown.BodyLine, $"sentences have {text.WordsPerSentence:0.0} words on average, over {maxWords}; cut the longest in two");
        }

        if (ReadingFormula.For(page.Language)?.ErrorIn(text, page.Kind) is { } error)
        {
            problems.Warning(page.File, page.Markdown.BodyLine, error);
        }
    }

    private static void CheckUndated(PageFile page, ProblemList problems)
    {
        if (!UndatedWords.Knows(page.Language))
        {
            return;
        }

        var fields = page.Markdown.Fields;
        var texts = new[] { (Text: page.FrontMatter.Title, Line: fields.LineOf("title")), (Text: page.FrontMatter.Summary, Line: fields.LineOf("summary")) }
            .Concat(page.FrontMatterLines.Select(line => (MarkdownParts.PlainText(line.Content), line.Line)))
            .Concat(page.Markdown.OwnBlocks.Select(block => (MarkdownParts.PlainText(block), page.Markdown.LineOf(block))));
        foreach (var (text, line) in texts)
        {
            foreach (var error in UndatedWords.ErrorsIn(text, page.Language))
            {
                problems.Warning(page.File, line, error);
            }
        }
    }

    private static void CheckLengthOfSteps(MarkdownFile guide, ProblemList problems)
    {
        foreach (var (step, words) in guide.Sections.Select(step => (step, StepPageReader.CountWords(step))).Where(step => step.Item2 > StepPageReader.MaxWords))
        {
            problems.Warning(guide.File, guide.LineOf(step.Heading), $"this step has {words} words to read before doing it, over {StepPageReader.MaxWords}; move what can wait into \"::: more\" or \"::: else\"");
        }
    }

    private static void CheckSourcesOfSteps(MarkdownFile guide, ProblemList problems)
    {
        var notes = guide.Find<NoteInline>().Select(note => note.Line).ToArray();
        var steps = guide.Sections.Select(section => guide.LineOf(section.Heading)).ToArray();
        foreach (var (start, end) in steps.Zip(steps.Skip(1).Append(int.MaxValue)).Where(step => !Array.Exists(notes, line => line >= step.First && line < step.Second)))
        {
            problems.Warning(guide.File, start, "this step names no source; add a note such as [^cnil-2025-05-27]");
        }
    }
}
