using AngleSharp.Dom;
using Bunit;

namespace OptOutGuide.Tests.GuidePages;

public sealed class ScreenPictureTests : BunitContext
{
    private static readonly ScreenSketch Form = new(DeviceKind.Browser, "facebook.com", [], ["Adresse e-mail", "Raisons"], "Envoyer", null, "Envoyer", null);

    private static readonly ScreenSketch Menu = new(DeviceKind.Phone, "Profil", ["Paramètres"], [], null, "☰", null, Corner.TopRight);

    [Fact]
    public void Picture_Unseen_SaysTheSameInWords()
    {
        var words = ScreenDescription.Of(Form, French);

        Assert.Equal("Dessin d’une fenêtre de navigateur, sur facebook.com. Cases à remplir\u00A0: Adresse e-mail, Raisons. Bouton\u00A0: Envoyer. À toucher\u00A0: Envoyer.", words);
        Assert.Equal(words, Render(Form).GetAttribute("aria-label"));
    }

    /// <summary>It is drawn well enough to be taken for the real screen, and tapped.</summary>
    [Fact]
    public void Picture_OfSomethingToTap_SaysToTapItOnMetasPage()
    {
        Assert.EndsWith("chez Meta, pas ici.", Caption(Form), StringComparison.Ordinal);
        Assert.EndsWith("chez Meta, pas ici.", Caption(Menu), StringComparison.Ordinal);
        Assert.EndsWith("rien à toucher ici.", Caption(Form with { Tap = null }), StringComparison.Ordinal);

        string Caption(ScreenSketch screen) => Render(screen).ParentElement!.QuerySelector("figcaption")!.TextContent;
    }

    [Fact]
    public void Picture_OfACornerToTap_NamesTheSignAndTheCorner()
    {
        var words = ScreenDescription.Of(Menu, French);

        Assert.EndsWith("À toucher\u00A0: ☰, en haut à droite.", words, StringComparison.Ordinal);
        Assert.Contains("☰", Render(Menu).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_OfSomethingToTap_MarksThatAndNothingElse()
    {
        var tapped = Render(Form).QuerySelectorAll(".tap");

        var button = ScreenLayout.Of(Form).Items.Single(item => item.Kind is ScreenItemKind.Button);
        Assert.Equal(button.Frame!.Value.Top.ToString(French.Culture), Assert.Single(tapped).GetAttribute("y"));
    }

    [Fact]
    public void Picture_OfLabelsWithMarkup_ShowsItAsText()
    {
        var picture = Render(Form with { Title = "</svg><script>", Button = "<b onclick=x>", Tap = null });

        Assert.Empty(picture.QuerySelectorAll("script, b"));
        Assert.Contains("<b onclick=x>", picture.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_OfLongLabels_BreaksThemInsideTheScreen()
    {
        var layout = ScreenLayout.Of(Menu with { Rows = ["Informations que vous avez partagées sur les produits Meta", "Paramètres"] });

        Assert.Equal(3, layout.Items[0].Lines.Count);
        Assert.True(layout.Items[0].Bottom <= layout.Items[1].Baseline);
        Assert.True(layout.Items[^1].Bottom < layout.Height);
    }

    /// <summary>Polish, for instance: the name of Meta's privacy centre is wider than a phone in bold letters.</summary>
    [Fact]
    public void Picture_OfALongTitle_BreaksItInsideThePhone()
    {
        var screen = Menu with { Title = "Centrum ochrony prywatności" };
        var layout = ScreenLayout.Of(screen);

        Assert.Equal(["Centrum ochrony", "prywatności"], Render(screen).QuerySelectorAll("tspan.title").Select(line => line.TextContent));
        Assert.True(layout.BarHeight > 36 + ScreenLayout.LineHeight);
        Assert.True(layout.Items[0].Baseline > layout.BarHeight);
    }

    [Fact]
    public void Content_EveryStepOfFacebookAndInstagramButTheQuestion_HasAPicture()
    {
        var steps = RealContent.Content.Guides.Where(guide => guide.Id is "facebook" or "instagram").SelectMany(guide => guide.Steps.SkipLast(1), (guide, step) => (guide.Language, guide.Id, step.Id, Screens: step.Parts.Count(part => part.Screen is not null)));

        Assert.NotEmpty(steps);
        Assert.All(steps, step => Assert.True(step.Screens > 0, step.ToString()));
    }

    [Fact]
    public void Content_AccountsCentreCheck_ShowsPhoneAndBrowser()
    {
        var pages = RealContent.Content.Articles.Where(article => article.Id is "check-accounts-centre");

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Equal(
            [DeviceKind.Phone, DeviceKind.Browser],
            page.Sections.SelectMany(section => section.Parts).Select(part => part.Screen?.Device).OfType<DeviceKind>().Distinct()));
    }

    private static Language French => RealContent.Content.Languages[0];

    private IElement Render(ScreenSketch screen)
    {
        var context = new PageContext(RealContent.Content.SiteMap.Pages[0], French, RealContent.Content, DateTimeOffset.UnixEpoch, new("http://localhost/"), new(), "", false);
        return Render<ScreenPicture>(parameters => parameters.Add(picture => picture.Screen, screen).AddCascadingValue(context)).Find("svg");
    }
}
