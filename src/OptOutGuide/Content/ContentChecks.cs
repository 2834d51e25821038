using System.Text;
using System.Text.RegularExpressions;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace OptOutGuide.Content;

/// <summary>What must hold between the files of a content folder, once each has been read.</summary>
internal sealed partial class ContentChecks(ProblemList problems, DateOnly today, DataFiles data, SiteMap siteMap, IReadOnlyList<Language> languages)
{
    private static readonly string[] EmptyWords = ["ici", "cliquez ici", "lien", "here", "click here", "link", "hier"];

    public void Check(IReadOnlyList<Draft> guides, IReadOnlyList<Draft> articles, IReadOnlyDictionary<string, string> texts)
    {
        Draft[] drafts = [.. guides, .. articles];
        var byId = drafts.ToLookup(draft => (draft.Language, draft.Id));
        Parallel.ForEach(drafts, draft =>
        {
            draft.CheckReferences(problems, data.Links, data.Sources, siteMap, byId);
            CheckHeadings(draft);
            CheckLinkWords(draft);
            CheckReading(draft);
            CheckUndated(draft);
            CheckReview(draft.File, draft.Head.LineOf("reviewed"), Review.Read(draft.Head, today), "the page");
        });

        foreach (var draft in drafts.Where(draft => draft.Kind is PageKind.Guide or PageKind.GuideEasy))
        {
            foreach (var (box, line) in draft.Find<CustomContainer>().Where(box => Article.IsEmbed(box.Part.Info)))
            {
                problems.Error(draft.File, line, $"the box \"::: {box.Info}\" shows data on pages only; link to a page that has it");
            }
        }

        foreach (var guide in guides)
        {
            GuideParser.Check(guide, problems, data.Links);
            CheckSourcesOfSteps(guide);
        }

        foreach (var article in articles)
        {
            GuideParser.CheckPage(article);
        }

        CheckIdsAndAddresses(drafts);
        CheckLanguages(drafts);
        CheckUse(drafts);
        CheckChanges();
        ForbiddenWordsCheck.Check(texts, data.Forbidden, problems);
        foreach (var link in data.Links.Values)
        {
            CheckReview("content/links.yml", data.LinkLines[link.Id], link.Review, $"the link \"{link.Id}\"");
        }
    }

    private void CheckHeadings(Draft draft)
    {
        foreach (var section in draft.Sections)
        {
            if (section.Title.Length == 0)
            {
                problems.Error(draft.File, draft.LineOf(section.Heading), "this heading has no words; write its title");
            }

            var level = 2;
            foreach (var heading in section.Blocks.OfType<HeadingBlock>())
            {
                if (heading.Level > level + 1)
                {
                    problems.Error(draft.File, draft.LineOf(heading), $"this heading skips a level; write it with {new string('#', level + 1)}");
                }

                level = heading.Level;
            }
        }
    }

    private void CheckLinkWords(Draft draft)
    {
        foreach (var (link, line) in draft.Find<LinkInline>())
        {
            var words = string.Concat(link.Descendants<LiteralInline>().Select(literal => literal.Content.ToString())).Trim();
            if (words.Length == 0)
            {
                problems.Error(draft.File, line, "this link has no words; say where it leads");
            }
            else if (EmptyWords.Contains(words.ToLowerInvariant()))
            {
                problems.Warning(draft.File, line, $"\"{words}\" does not say where the link leads; name the page");
            }
        }
    }

    /// <summary>Guides are read by everyone: they are the easiest to read after the easy versions.</summary>
    private void CheckReading(Draft draft)
    {
        var (mostWords, leastEase) = draft.Kind switch
        {
            PageKind.GuideEasy => (12, 80),
            PageKind.Guide => (20, 70),
            _ => (20, 60),
        };
        if (Readability.Measure(draft) is not { } reading)
        {
            return;
        }

        if (reading.WordsPerSentence > mostWords)
        {
            problems.Warning(draft.File, draft.BodyLine, $"sentences have {reading.WordsPerSentence:0.0} words on average, over {mostWords}; cut the longest in two");
        }

        if (reading.Ease < leastEase)
        {
            problems.Warning(draft.File, draft.BodyLine, $"the text reads at {reading.Ease:0} ({reading.Formula}), under {leastEase}; use shorter words and sentences");
        }
    }

    private void CheckUndated(Draft draft)
    {
        string[] fields = ["title", "summary"];
        var texts = fields.Where(draft.Head.Has).Select(field => (Text: draft.Head.Text(field), Line: draft.Head.LineOf(field)))
            .Concat(draft.HeadLines.Select(line => (ContentMarkdown.PlainText(line.Text), line.Line)))
            .Concat(draft.OwnBlocks.Select(block => (ContentMarkdown.PlainText(block), draft.LineOf(block))));
        foreach (var (text, line) in texts)
        {
            foreach (var fault in UndatedWords.Faults(text, draft.Language))
            {
                problems.Warning(draft.File, line, fault);
            }
        }
    }

    private void CheckReview(string file, int line, Review review, string what)
    {
        // A date that could not be read is a problem of its own.
        if (review.On != default && review.IsOverdue(today))
        {
            problems.Warning(file, line, $"{what} has been due for review since {review.Due:O}; read it against its sources and change \"reviewed\"");
        }
    }

    private void CheckSourcesOfSteps(Draft guide)
    {
        var noted = guide.Body.Descendants<NoteInline>().Select(guide.LineOf).ToArray();
        var starts = guide.Sections.Select(section => guide.LineOf(section.Heading)).ToArray();
        foreach (var (start, end) in starts.Zip(starts.Skip(1).Append(int.MaxValue)).Where(step => !Array.Exists(noted, line => line >= step.First && line < step.Second)))
        {
            problems.Warning(guide.File, start, "this step names no source; add a note such as [^cnil-2025-05-27]");
        }
    }

    private void CheckIdsAndAddresses(IReadOnlyList<Draft> drafts)
    {
        foreach (var twice in drafts.GroupBy(draft => (draft.Language, draft.Id, IsEasy: draft.Kind is PageKind.GuideEasy)).SelectMany(group => group.Skip(1)))
        {
            twice.Head.Error("id", $"the id \"{twice.Id}\" is already used by another page of this language; choose another");
        }

        foreach (var draft in drafts.Where(draft => !IsSlug(draft.Slug)))
        {
            problems.Error(draft.File, 1, $"the file's name \"{draft.Slug}\" is the page's address; use small letters, digits and hyphens only");
        }

        foreach (var draft in drafts.Where(draft => draft.Kind is not PageKind.GuideEasy && draft.Id is "home" or "list" or "questions"))
        {
            draft.Head.Error("id", $"the id \"{draft.Id}\" is one of the site's own; choose another");
        }

        foreach (var easy in drafts.Where(draft => draft.Kind is PageKind.GuideEasy && siteMap.Find(PageKind.Guide, draft.Id, draft.Language) is null))
        {
            easy.Head.Error("id", $"there is no guide \"{easy.Id}\" in this language; give the easy-to-read version the id of its guide");
        }

        foreach (var page in siteMap.Pages.GroupBy(page => page.Path).SelectMany(group => group.Skip(1)))
        {
            var file = drafts.FirstOrDefault(draft => draft.Language == page.Language && draft.Id == page.Id)?.File;
            problems.Error(file ?? $"content/{page.Language}/site.yml", 1, $"the address {page.Path} is already used by another page; rename one");
        }
    }

    private void CheckLanguages(IReadOnlyList<Draft> drafts)
    {
        var originals = drafts.Where(draft => draft.Language == ContentLoader.Original).DistinctBy(draft => (draft.Kind, draft.Id)).ToDictionary(draft => (draft.Kind, draft.Id));
        foreach (var language in languages.Skip(1))
        {
            var translations = drafts.Where(draft => draft.Language == language.Code).ToLookup(draft => (draft.Kind, draft.Id));
            foreach (var missing in originals.Where(original => original.Value.Id.Length > 0 && !translations.Contains(original.Key)))
            {
                problems.Warning(missing.Value.File, 1, $"there is no translation into \"{language.Code}\"; write it with the id \"{missing.Value.Id}\"");
            }

            foreach (var translation in translations.SelectMany(group => group))
            {
                CheckTranslation(translation, originals.GetValueOrDefault((translation.Kind, translation.Id)));
            }
        }
    }

    private void CheckTranslation(Draft translation, Draft? original)
    {
        if (original is null)
        {
            problems.Warning(translation.File, 1, $"there is no original with the id \"{translation.Id}\"; write it or correct the id");
            return;
        }

        if (translation.Sections.Count != original.Sections.Count)
        {
            problems.Warning(translation.File, translation.BodyLine, $"the translation has {translation.Sections.Count} sections, the original {original.Sections.Count}; translate them all");
        }

        if (Review.Read(translation.Head, today).On < Review.Read(original.Head, today).On)
        {
            problems.Warning(translation.File, translation.Head.LineOf("reviewed"), $"the translation is older than {original.File}; bring it up to date and change \"reviewed\"");
        }
    }

    /// <summary>Sources and links that nothing points to.</summary>
    private void CheckUse(IReadOnlyList<Draft> drafts)
    {
        var usedSources = drafts.SelectMany(draft => draft.Find<NoteInline>()).Select(note => note.Part.SourceId)
            .Concat(data.Links.Values.SelectMany(link => link.Evidence))
            .Concat(data.Deadlines.SelectMany(deadline => deadline.Sources))
            .Concat(data.Timeline.SelectMany(happened => happened.Sources).Select(source => source.Id))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var source in data.Sources.Keys.Where(id => !usedSources.Contains(id)))
        {
            problems.Warning("content/sources.yml", data.SourceLines[source], $"the source \"{source}\" supports nothing on the site; cite it or remove it");
        }

        var usedLinks = drafts.SelectMany(draft => draft.Find<LinkInline>()).Select(link => link.Part.Url ?? "").Where(address => address.StartsWith("link:", StringComparison.Ordinal)).Select(address => address["link:".Length..])
            .Concat(drafts.Where(draft => draft.Kind is PageKind.Guide).SelectMany(draft => draft.Head.OptionalTextsWithLines("forms")).Select(form => form.Text))
            .Concat(data.Links.Values.SelectMany(link => link.Fallbacks))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var link in data.Links.Keys.Where(id => !usedLinks.Contains(id)))
        {
            problems.Warning("content/links.yml", data.LinkLines[link], $"the link \"{link}\" is used nowhere; use it or remove it");
        }
    }

    private void CheckChanges()
    {
        foreach (var (id, line) in data.Changes.SelectMany(change => change.Pages).Where(page => siteMap.FindNamed(page.Id, ContentLoader.Original) is null))
        {
            problems.Error("content/changes.yml", line, $"there is no page \"{id}\"; correct the id");
        }
    }

    public static bool IsSlug(string word) => SlugsIn(word) is [var slug] && slug == word;

    /// <summary>The parts of a file's name that could be an address.</summary>
    public static IReadOnlyList<string> SlugsIn(string words) => [.. Slug().Matches(words).Select(slug => slug.Value)];

    [GeneratedRegex("[a-z0-9]+(-[a-z0-9]+)*")]
    private static partial Regex Slug();
}
