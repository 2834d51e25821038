namespace OptOutGuide.Tests.Browser;

/// <summary>What somebody reads who has only the printed sheet.</summary>
[Collection("looks")]
public sealed class EasySheetTests(Chromium chromium)
{
    public static TheoryData<string> Sheets => PrintTests.Of(PageKind.GuideEasyPrint);

    public static TheoryData<string> Workshops => PrintTests.Of(PageKind.WorkshopPrint);

    /// <summary>The form is the step for which one looks at the sheet: all ways to it are on one side.</summary>
    [TheoryWith(Tool.Chromium, Tool.Poppler)]
    [MemberData(nameof(Sheets))]
    [Trait("Suite", "Sample")]
    public async Task Sheet_FirstThreeSteps_AreOnTheFront(string path)
    {
        var sheet = await PrintedPage.PrintAsync(chromium, path);

        Assert.Contains(LastWordsOfTheThirdStep(RealContent.Content.Article(RealContent.Content.SiteMap.Find(path)!)), sheet.Pages[0], StringComparison.Ordinal);
    }

    /// <summary>The head of a person's sheet has their number too.</summary>
    [TheoryWith(Tool.Chromium, Tool.Poppler)]
    [MemberData(nameof(Workshops))]
    [Trait("Suite", "Sample")]
    public async Task SheetOfAPerson_FirstThreeSteps_AreOnTheFront(string path)
    {
        var document = await PrintedPage.PrintAsync(chromium, $"{path}?n=1&guide=facebook&guide=instagram&contact=04%2000%2000%2000%2000");

        var language = RealContent.Content.SiteMap.Find(path)!.Language;
        string[] guides = ["facebook", "instagram"];
        Assert.Equal(8, document.Pages.Count);
        Assert.All(guides.Index(), guide => Assert.Contains(LastWordsOfTheThirdStep(RealContent.Content.Article(RealContent.Content.SiteMap.Find(PageKind.GuideEasy, guide.Item, language)!)), document.Pages[4 + (2 * guide.Index)], StringComparison.Ordinal));
    }

    /// <summary>The ways round a form that does not open are for those alone who need them; underlined digits are no emphasis.</summary>
    [TheoryWith(Tool.Chromium, Tool.Poppler)]
    [InlineData("/fr/guides/facebook/facile/imprimer", "Vous voyez la case ? Passez à l’étape 4. Sinon, essayez dans l’ordre :")]
    [InlineData("/fr/guides/instagram/facile/imprimer", "Vous voyez la case ? Passez à l’étape 4. Sinon, essayez dans l’ordre :")]
    [InlineData("/en/guides/instagram/easy/print", "Do you see the box? Go to step 4. If not, try these in order:")]
    [InlineData("/fr/guides/facebook/facile/imprimer", "Les traits sous les chiffres aident seulement à copier.")]
    [InlineData("/fr/guides/facebook/imprimer", "Les traits sous les chiffres aident seulement à copier.")]
    [InlineData("/de/anleitungen/facebook/drucken", "Die Striche unter Ziffern helfen nur beim Abtippen.")]
    public async Task WhatMayBeMistaken_IsExplained(string path, string words)
    {
        var sheet = await PrintedPage.PrintAsync(chromium, path);

        Assert.Contains(words, sheet.Text, StringComparison.Ordinal);
    }

    [TheoryWith(Tool.Chromium, Tool.Poppler)]
    [InlineData("/fr/guides/facebook/facile/imprimer", "Un message. En 2025, il disait : c’est accepté.", "signé « L’équipe de confidentialité Meta »", "Regardez dans les courriers indésirables")]
    [InlineData("/fr/guides/instagram/facile/imprimer", "Un message. En 2025, il disait : c’est accepté.", "Il parlait de votre opposition", "Regardez dans les courriers indésirables")]
    [InlineData("/en/guides/facebook/easy/print", "A message. In 2025, it said: accepted.", "signed by Meta's privacy team", "Look in your spam or junk folder")]
    public async Task AfterSending_SaysWhatComesAndWhereToLook(string path, params string[] words)
    {
        var sheet = await PrintedPage.PrintAsync(chromium, path);

        Assert.All(words, told => Assert.Contains(told, sheet.Text, StringComparison.Ordinal));
    }

    /// <summary>A date is written on paper, where a screen has a list to tick.</summary>
    [TheoryWith(Tool.Chromium, Tool.Poppler)]
    [InlineData("/fr/guides/facebook/facile/imprimer", "7. Notez-le", "Comptes non reliés, ou vous ne savez pas ? Faites aussi Instagram (carré")]
    [InlineData("/fr/guides/instagram/facile/imprimer", "7. Notez-le", "Comptes non reliés, ou vous ne savez pas ? Faites aussi Facebook (carré")]
    public async Task LastStep_SuitsPaperAndSaysWhoNeedsTheOtherService(string path, params string[] words)
    {
        var sheet = await PrintedPage.PrintAsync(chromium, path);

        Assert.All(words, told => Assert.Contains(told, sheet.Raw, StringComparison.Ordinal));
    }

    private static string LastWordsOfTheThirdStep(Article easy)
    {
        var text = RealContent.ParseHtml(easy.Sections.First(section => section.Title.StartsWith('3')).Parts[^1].Html.Markup).Body!;
        Array.ForEach([.. text.QuerySelectorAll("sup")], note => note.Remove());
        return string.Join(' ', PrintedPage.Words(text.TextContent).Split(' ')[^3..]);
    }
}
