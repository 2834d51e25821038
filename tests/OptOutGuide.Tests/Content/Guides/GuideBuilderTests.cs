using AngleSharp.Dom;

namespace OptOutGuide.Tests.Content.Guides;

public sealed class GuideBuilderTests
{
    private readonly Guide _guide = ContentFixture.Valid.Guides[0];

    [Fact]
    public void Build_FrontMatter_IsTaken()
    {
        var guide = _guide;

        Assert.Equal(("facebook", "fr", 1, "Facebook", "S'opposer sur Facebook", "Deux étapes."), (guide.Id, guide.Language, guide.FrontMatter.Order, guide.Name, guide.Title, guide.FrontMatter.Summary));
        Assert.Equal((5, new Review(new DateOnly(2026, 11, 22), 90)), (guide.FrontMatter.Minutes, guide.Review));
        Assert.Equal(ShippedServices.All.All, guide.FrontMatter.Services);
        Assert.Equal(["Son adresse e-mail.", "Son téléphone."], guide.Needs.Select(Text));
    }

    [Fact]
    public void Build_Forms_KeepTheirOrder()
    {
        var forms = _guide.Forms;

        Assert.Equal(["privacy-portal", "facebook-short"], forms.Select(form => form.Id));
    }

    [Fact]
    public void Build_Steps_AreNumberedAndNamedByTheirAnchor()
    {
        var steps = _guide.Steps;

        Assert.Equal([(1, "ouvrir", "Ouvrez le formulaire"), (2, "envoyer", "Envoyez vite")], steps.Select(step => (step.Number, step.Id, step.Title)));
        Assert.StartsWith("Ouvrez le formulaire", Text(steps[0]), StringComparison.Ordinal);
        Assert.Equal("Touchez Envoyer.", Text(steps[1]));
    }

    [Fact]
    public void Build_Limits_StandApartFromTheSteps()
    {
        var limits = Text(_guide.Limits);

        Assert.StartsWith("Elle vaut pour l'avenir.", limits, StringComparison.Ordinal);
        Assert.DoesNotContain("Elle vaut pour l'avenir.", string.Concat(_guide.Steps.Select(Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_Notes_AreNumberedInReadingOrder()
    {
        var texts = new[] { _guide.Who, _guide.Intro, _guide.Steps[0].Parts[0].Html, _guide.Limits };

        var numbers = texts.Select(text => Parsed(text).QuerySelector("sup")!.TextContent);

        Assert.Equal(["1", "2", "2", "1"], numbers);
        Assert.Equal(["meta-mail", "cnil"], _guide.Notes.Select(source => source.Id));
    }

    [Fact]
    public void Build_Step_HasAPageWithoutNotes()
    {
        var page = _guide.Steps[0].Page;

        Assert.Empty(Parsed(page.Text).QuerySelectorAll("sup"));
        Assert.StartsWith("Ouvrez le formulaire", Text(page.Text), StringComparison.Ordinal);
        Assert.Contains("Une page de Meta.", Text(page.Seen), StringComparison.Ordinal);
        Assert.StartsWith("Reprenez à", Text(Assert.Single(page.Problem).Html), StringComparison.Ordinal);
        Assert.Null(page.Button);
    }

    [Fact]
    public void Build_ParagraphThatIsOnlyALink_IsTheButtonOfItsStep()
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez **Envoyer**.\n\n[Ouvrir le formulaire](link:facebook-short)[^cnil]\n\n::: more\nPlus tard.[^cnil]\n:::");
        var step = folder.Load().Content!.Guides[0].Steps[1];

        Assert.Equal(("Ouvrir le formulaire", "facebook-short"), (step.Page.Button!.Words, step.Page.Button.Link.Id));
        Assert.Equal("Touchez Envoyer.", Text(step.Page.Text));
        Assert.Contains("Plus tard.", Text(step), StringComparison.Ordinal);
    }

    /// <summary>The editor decides what is read before the button is pressed.</summary>
    [Fact]
    public void Build_TextBehindTheButton_StaysBehindIt()
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.Guide, "Touchez **Envoyer**.", "[Ouvrir le formulaire](link:facebook-short)\n\nTouchez **Envoyer**.");
        var step = folder.Load().Content!.Guides[0].Steps[1];

        Assert.Empty(Text(step.Page.Text));
        Assert.Equal("Touchez Envoyer.", Text(step.Page.Rest));
    }

    [Fact]
    public void Build_OnlineBox_IsAPartOfItsOwnAndStaysOnTheStepsPage()
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.Guide, "Touchez **Envoyer**.", "Touchez **Envoyer**.\n\n::: online\nPuis revenez ici.[^cnil]\n:::");
        var step = folder.Load().Content!.Guides[0].Steps[1];

        Assert.StartsWith("Puis revenez ici.", Text(Assert.Single(step.Parts, part => part.IsOnline).Html), StringComparison.Ordinal);
        Assert.Contains("Puis revenez ici.", Text(step.Page.Text), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_StepPage_LeadsToOtherStepsOnTheirOwnPages()
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.Guide, "[la première étape](#ouvrir)", "[la dernière étape](page:facebook#envoyer)");
        var step = folder.Load().Content!.Guides[0].Steps[0];

        Assert.Equal("/fr/guides/facebook/2", Parsed(step.Page.Problem[0].Html).QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("/fr/guides/facebook#envoyer", string.Concat(step.Parts.Select(part => part.Html.Markup)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(58, false)]
    [InlineData(59, true)]
    public void Check_StepWithMoreWordsThanAScreenHolds_IsWarnedOfAtItsLine(int more, bool isTooLong)
    {
        using var folder = new ContentFixture();
        var line = folder.Replace(ContentFixture.Guide, "Touchez **Envoyer**.", $"Touchez **Envoyer** {string.Join(' ', Enumerable.Repeat("ici", more))}.");

        var warnings = folder.Load().Problems.Where(problem => problem.ToString().Contains("words to read", StringComparison.Ordinal));

        Assert.Equal(isTooLong ? [line - 2] : Array.Empty<int>(), warnings.Select(warning => warning.Line));
    }

    [Fact]
    public void Build_DataBox_StandsBetweenTheTextsAroundIt()
    {
        var page = ContentFixture.Valid.Articles[0];

        Assert.Equal("Une phrase.", Text(Assert.Single(page.Opening).Html));
        var section = Assert.Single(page.Sections);
        Assert.Equal(("en-bref", "En bref"), (section.Id, section.Title));
        Assert.Equal([null, DataBlock.Sources, null], section.Parts.Select(part => part.Data));
        Assert.Equal("Avant les données.", Text(section.Parts[0].Html));
        Assert.Equal("Après les données.", Text(section.Parts[2].Html));
    }

    private static string Text(GuideStep step) => string.Concat(step.Parts.Select(part => Text(part.Html)));

    private static IElement Parsed(Html html) => RealContent.ParseHtml(html.Markup).Body!;

    private static string Text(Html html) => Parsed(html).TextContent.Trim();
}
