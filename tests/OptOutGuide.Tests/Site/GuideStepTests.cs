using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace OptOutGuide.Tests.Site;

/// <summary>The way through a guide, one step a page.</summary>
[Collection("site")]
public sealed class GuideStepTests(RunningSite site)
{
    private const int MaxWords = 60;

    public static TheoryData<string> Steps => [.. RealContent.Content.SiteMap.Pages.Where(page => page.Kind is PageKind.Step).Select(page => page.Path)];

    public static TheoryData<string> Guides => [.. RealContent.Content.SiteMap.Pages.Where(page => page.Kind is PageKind.Guide).Select(page => page.Path)];

    /// <summary>The steps that fill in and send the form which step 3 opens.</summary>
    public static TheoryData<string> StepsWithinTheForm =>
    [
        .. RealContent.Content.SiteMap.Pages
            .Where(page => page is { Kind: PageKind.Step, Step: 4 or 5 } && RealContent.Content.Guide(page).Id is "facebook" or "instagram")
            .Select(page => page.Path),
    ];

    [Theory, MemberData(nameof(Steps))]
    public async Task Step_Opened_AsksOneThingInFewWordsWithoutNotesOrScript(string path)
    {
        var page = await OpenAsync(path);

        Assert.InRange(CountWords(page), 1, MaxWords);
        Assert.Empty(page.QuerySelectorAll("main sup, main article script"));
        Assert.Empty(page.QuerySelectorAll("script:not([type='application/ld+json']):not([src='/offline.js'])"));
        Assert.InRange(page.QuerySelectorAll("main .button:not(.secondary)").Length, 1, 1);
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Theory, MemberData(nameof(Guides))]
    public async Task Steps_FollowedFromTheGuide_LeadToTheQuestionWhetherItIsSent(string path)
    {
        var guide = RealContent.Content.Guide(RealContent.Content.SiteMap.Find(path)!);
        var texts = RealContent.Content.FindLanguage(guide.Language)!.Texts<GuideTexts>();
        var page = await OpenAsync(path);
        foreach (var step in guide.Steps)
        {
            page = await FollowAsync(page, $"{path}/{step.Number}");
            Assert.Equal(step.Title, page.QuerySelector("h1")!.TextContent);
            Assert.Contains(RealContent.Content.FindLanguage(guide.Language)!.Format(texts.StepOf, step.Number, guide.Steps.Count), page.QuerySelector(".step-of")!.TextContent, StringComparison.Ordinal);
        }

        var answers = page.QuerySelectorAll("main a[href*='here=']").Select(answer => answer.GetAttribute("href")!).ToArray();
        Assert.Contains(answers, answer => answer.Contains("here=sent.0.", StringComparison.Ordinal));
        Assert.Contains(answers, answer => answer.Contains("here=to-do.0.", StringComparison.Ordinal));
    }

    /// <summary>Whoever comes back from Meta with the back button is asked at once.</summary>
    [Theory]
    [InlineData("/fr/guides/facebook/3", "facebook.com", "Avez-vous envoyé votre demande pour Facebook\u00a0?", "/fr/ma-liste?here=sent.0.f")]
    [InlineData("/en/guides/instagram/3", "help.instagram.com", "Have you sent your objection for Instagram?", "/en/my-list?here=sent.0.i")]
    public async Task FormStep_Opened_HasTheFormsButtonAndAsksWhetherItIsSent(string path, string domain, string question, string answer)
    {
        var page = await OpenAsync(path);

        var button = Assert.Single(page.QuerySelectorAll("main .button:not(.secondary)"));
        Assert.Contains(domain, button.TextContent, StringComparison.Ordinal);
        Assert.Equal(RealContent.Content.Guide(RealContent.Content.SiteMap.Find(path)!).Forms[0].Url.AbsoluteUri, button.GetAttribute("href"));
        Assert.Null(button.GetAttribute("target"));
        Assert.Equal(question, page.QuerySelector(".sent h2")!.TextContent);
        Assert.Equal(answer, page.QuerySelector(".sent a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/fr/guides/facebook/3", "Pas encore\u00a0: montrez-moi comment remplir", "/fr/guides/facebook/4")]
    [InlineData("/en/guides/instagram/3", "Not yet: show me how to fill it in", "/en/guides/instagram/4")]
    [InlineData("/fr/guides/whatsapp/5", "Pas encore, à faire plus tard", "/fr/guides/whatsapp/6")]
    public async Task FormStep_NotYetSent_LeadsToTheNextStep(string path, string words, string next)
    {
        var page = await OpenAsync(path);

        Assert.Contains((words, next), page.QuerySelectorAll(".sent a").Select(answer => (answer.TextContent, answer.GetAttribute("href"))));
    }

    /// <summary>Nobody who comes back looks for the answers below a drawing of the form.</summary>
    [Theory]
    [InlineData("/fr/guides/facebook/3")]
    [InlineData("/en/guides/instagram/3")]
    public async Task FormStep_Opened_HasItsAnswersBeforeThePicture(string path)
    {
        var page = await OpenAsync(path);

        Assert.True(page.QuerySelector(".sent")!.CompareDocumentPosition(page.QuerySelector(".screen")!).HasFlag(DocumentPositions.Following));
    }

    /// <summary>The title of the last step is the question, in Greek with a semicolon.</summary>
    [Theory]
    [InlineData("/fr/guides/facebook/7", "Avez-vous envoyé votre demande pour Facebook\u00a0?")]
    [InlineData("/el/odigoi/instagram/7", "Στείλατε το αίτημά σας για το Instagram;")]
    public async Task LastStep_Opened_AsksOnce(string path, string question)
    {
        var page = await OpenAsync(path);

        Assert.Equal(question, page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".sent h2"));
    }

    /// <summary>They say in detail what the step with the form says: who has sent it leaves them out.</summary>
    [Theory]
    [InlineData("/fr/guides/facebook/4")]
    [InlineData("/el/odigoi/instagram/4")]
    public async Task FillInStep_Opened_LeadsOnWhoHasSentIt(string path)
    {
        var page = await OpenAsync(path);

        Assert.Equal(path[..^1] + "6", page.QuerySelector(".do p a")!.GetAttribute("href"));
    }

    /// <summary>Whoever has lost the form on the way finds it again in the text; to go on stays the thing to do.</summary>
    [Theory, MemberData(nameof(StepsWithinTheForm))]
    public async Task StepWithinTheForm_Opened_LeadsBackToTheForm(string path)
    {
        var guide = RealContent.Content.Guide(RealContent.Content.SiteMap.Find(path)!);
        var page = await OpenAsync(path);

        Assert.Contains(guide.Forms[0].Url.AbsoluteUri, page.QuerySelectorAll(".do p a").Select(link => link.GetAttribute("href")));
        Assert.Equal(RealContent.Content.FindLanguage(guide.Language)!.Texts<GuideTexts>().StepDone, Assert.Single(page.QuerySelectorAll("main .button")).TextContent);
    }

    /// <summary>Where one logs in, the first button leads there; nobody has to know what a browser is.</summary>
    [Theory]
    [InlineData("/fr/guides/facebook/1", "Ouvrir facebook.com", "https://www.facebook.com/", "C’est fait")]
    [InlineData("/fr/guides/instagram/1", "Ouvrir instagram.com", "https://www.instagram.com/", "C’est fait")]
    [InlineData("/en/guides/facebook/1", "Open facebook.com", "https://www.facebook.com/", "Done")]
    public async Task LoginStep_Opened_LeadsToTheServiceFirst(string path, string words, string address, string done)
    {
        var buttons = (await OpenAsync(path)).QuerySelectorAll("main .button").ToArray();

        Assert.Equal([words, done], buttons.Select(button => button.TextContent));
        Assert.Equal([address, path[..^1] + "2"], buttons.Select(button => button.GetAttribute("href")));
        Assert.DoesNotContain("secondary", buttons[0].ClassList);
    }

    /// <summary>Who did not look, or has no mail yet, is not asked to say that it is done.</summary>
    [Theory]
    [InlineData("/fr/guides/facebook/2", "Continuer")]
    [InlineData("/fr/guides/facebook/6", "Continuer")]
    [InlineData("/de/anleitungen/instagram/2", "Weiter")]
    [InlineData("/fr/guides/facebook/5", "C’est fait")]
    public async Task OptionalStep_Opened_IsGoneOnFromWithoutSayingThatItIsDone(string path, string words)
    {
        var page = await OpenAsync(path);

        Assert.Equal(words, Assert.Single(page.QuerySelectorAll("main .button:not(.secondary)")).TextContent);
    }

    [Fact]
    public async Task WhatsApp_AtItsEnd_IsReadOrAnOptionalRequest()
    {
        var page = await OpenAsync("/fr/guides/whatsapp/7");

        Assert.Equal(["Lu\u00a0: rien à envoyer", "J’ai envoyé la demande facultative"], page.QuerySelectorAll(".sent a").Select(answer => answer.TextContent));
        Assert.Equal(["/fr/ma-liste?here=to-do.0.w", "/fr/ma-liste?here=sent.0.w"], page.QuerySelectorAll(".sent a").Select(answer => answer.GetAttribute("href")!));
    }

    [Fact]
    public async Task Trouble_OfAStep_LeadsToOtherStepsOnTheirOwnPages()
    {
        var page = await OpenAsync("/fr/guides/facebook/1");

        Assert.Contains("/fr/guides/facebook/3", page.QuerySelectorAll("main details a").Select(link => link.GetAttribute("href")));
    }

    /// <summary>Without a script the list travels in the address.</summary>
    [Theory]
    [InlineData("/fr/guides/facebook?l=1.Uf.Ui&who=1", "/fr/guides/facebook/1?l=1.Uf.Ui&who=1")]
    [InlineData("/fr/guides/facebook/1?l=1.Uf", "/fr/guides/facebook/2?l=1.Uf")]
    [InlineData("/fr/guides/facebook/1?l=1.Uf", "/fr/guides/facebook?l=1.Uf#se-connecter")]
    [InlineData("/fr/guides/facebook/7?l=1.Uf.Ui&who=1", "/fr/ma-liste?here=sent.1.f&l=1.Uf.Ui&who=1")]
    public async Task Way_WithAListInItsAddress_CarriesIt(string path, string next)
    {
        var page = await OpenAsync(path);

        Assert.Contains(next, page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
    }

    /// <summary>Without the button, its evidence, and the titles of boxes.</summary>
    private static int CountWords(IHtmlDocument page)
    {
        foreach (var title in page.QuerySelectorAll(".box-title"))
        {
            title.Remove();
        }

        return page.QuerySelectorAll(".do > *").Where(part => !part.ClassList.Contains("evidence") && part.QuerySelector(".button") is null)
            .SelectMany(part => part.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Count(word => word.Any(char.IsLetterOrDigit));
    }

    /// <summary>Opens a page that a button leads to.</summary>
    private async Task<IHtmlDocument> FollowAsync(IHtmlDocument page, string path)
    {
        Assert.Contains(path, page.QuerySelectorAll("main .button").Select(button => button.GetAttribute("href")));
        return await OpenAsync(path);
    }

    private async Task<IHtmlDocument> OpenAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        return RealContent.ParseHtml(await client.GetStringAsync(path));
    }
}
