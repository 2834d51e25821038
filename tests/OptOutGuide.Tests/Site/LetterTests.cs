using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace OptOutGuide.Tests.Site;

/// <summary>The ready texts that a visitor is linked to cite the law of their country.</summary>
[Collection("site")]
public sealed partial class LetterTests(RunningSite site)
{
    private static readonly string[] Letters = ["reason", "objection-letter", "access-request", "reminder", "complaint"];

    private static readonly Progress Refused = new(ProgressState.Refused, new(2026, 10, 1), new(2026, 10, 20));
    private static readonly Progress Unanswered = new(ProgressState.Sent, new(2026, 10, 1), null);

    public static TheoryData<string, string> Texts
    {
        get
        {
            var texts = new TheoryData<string, string>();
            foreach (var (language, letter) in RealContent.Content.Languages.SelectMany(language => Letters.Select(letter => (language.Code, letter))))
            {
                texts.Add(language, letter);
            }

            return texts;
        }
    }

    [Theory, MemberData(nameof(Texts))]
    public void Letter_InEachLanguage_ExistsUnderEachLawAndCitesNoOther(string language, string letter)
    {
        var versions = RealContent.Content.Letters(letter, RealContent.Content.FindLanguage(language)!).ToArray();

        Assert.Equal([Law.Gdpr, Law.Uk, Law.Ch], versions.Select(version => version.Law));
        // One that a language lacks is shown in English.
        Assert.Equal(language, versions[0].WrittenIn);
        Assert.All(versions, version => Assert.Contains(version.WrittenIn, new[] { language, "en" }));
        Assert.All(versions.Where(version => version.WrittenIn is "fr" or "en"), version => Assert.All(Copied(version), text => Assert.Equal(version.Law, Cited(text))));
    }

    [Theory]
    [InlineData("/fr/plan?where=FR&have=facebook&login=yes&for=me", "/fr/textes/opposition-article-21")]
    [InlineData("/fr/plan?where=NO&have=facebook&login=yes&for=me", "/fr/textes/opposition-article-21")]
    [InlineData("/fr/plan?where=GB&have=facebook&login=yes&for=me", "/fr/textes/opposition-royaume-uni")]
    [InlineData("/en/plan?where=CH&have=facebook&login=yes&for=me", "/en/texts/objection-letter-switzerland")]
    public async Task Plan_ForACountry_OffersTheLetterUnderItsLaw(string plan, string letter)
    {
        var page = await OpenAsync(plan);

        Assert.Equal([letter], Links(page, "main").Where(IsText));
    }

    [Fact]
    public async Task Plan_Elsewhere_OffersNoLetter()
    {
        var page = await OpenAsync("/fr/plan?where=elsewhere");

        Assert.DoesNotContain(Links(page, "main"), IsText);
    }

    [Theory]
    [InlineData("FR", new[] { "/fr/textes/opposition-article-21", "/fr/textes/plainte" })]
    [InlineData("GB", new[] { "/fr/textes/opposition-royaume-uni", "/fr/textes/plainte-royaume-uni" })]
    [InlineData("CH", new[] { "/fr/textes/opposition-suisse", "/fr/textes/signalement-suisse" })]
    public async Task List_AfterARefusal_OffersTheLettersUnderThePersonsLaw(string country, string[] letters)
    {
        var page = await OpenAsync($"/fr/ma-liste?l={Code(Somebody(country, Refused))}");

        Assert.Equal(letters, Links(page, ".next").Where(IsText));
        Assert.DoesNotContain("Royaume-Uni et la Suisse", page.QuerySelector(".next")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WithoutACountry_OffersTheGdprsLetterAndNamesTheOthers()
    {
        var page = await OpenAsync($"/fr/ma-liste?l={Code(Somebody(null, Unanswered))}");

        Assert.Equal(["/fr/textes/relance"], Links(page, ".next").Where(IsText));
        Assert.Contains("Royaume-Uni et la Suisse", page.QuerySelector(".next")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_OfSeveralPeople_NamesTheLetterOfEachLaw()
    {
        string[] countries = ["FR", "GB", "DE"];

        var page = await OpenAsync($"/en/my-list/print?l={Code([.. countries.Select(country => Somebody(country, Progress.ToDo))])}");

        var addresses = page.QuerySelectorAll(".sheet-address").Select(address => address.TextContent).Where(text => text.Contains("/texts/", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, addresses.Length);
        Assert.EndsWith("/en/texts/objection-letter", addresses[0].Trim(), StringComparison.Ordinal);
        Assert.EndsWith("/en/texts/objection-letter-uk", addresses[1].Trim(), StringComparison.Ordinal);
    }

    /// <summary>On the screen the list asks for the country; paper cannot.</summary>
    [Fact]
    public async Task Sheet_OfSomebodyWithoutACountry_HasNoInstructionForTheScreen()
    {
        var code = Code(Somebody(null, Unanswered));
        var instruction = RealContent.Content.FindLanguage("en")!.Texts<LawTexts>().WithoutCountry;

        Assert.Contains(instruction, (await OpenAsync($"/en/my-list?l={code}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(instruction, (await OpenAsync($"/en/my-list/print?l={code}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GB", "/fr/textes/relance-royaume-uni")]
    [InlineData("CH", "/fr/textes/relance-suisse")]
    [InlineData("FR", "/fr/textes/relance")]
    [InlineData(null, "/fr/textes/relance")]
    public async Task Reminder_OfAMissingAnswer_LeadsToTheTextUnderThePersonsLaw(string? country, string text)
    {
        using var client = Client();
        var sent = new Progress(ProgressState.Sent, RealContent.Today, null);

        var calendar = Folded().Replace(await client.GetStringAsync($"/fr/reminders.ics?l={Code(Somebody(country, sent))}"), "");

        Assert.Contains(calendar.Split("\r\n"), line => line.StartsWith("URL", StringComparison.Ordinal) && line.EndsWith(text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_Opened_LeadsToItsOtherVersions()
    {
        var page = await OpenAsync("/fr/textes/relance-royaume-uni");

        Assert.Equal(["/fr/textes/relance", "/fr/textes/relance-suisse"], page.QuerySelectorAll("article > p a").Select(link => link.GetAttribute("href")).Take(2));
    }

    [Fact]
    public async Task Texts_Listed_StandTogetherWithTheirOtherVersions()
    {
        var page = await OpenAsync("/fr/si-meta-refuse");

        var texts = page.GetElementById("textes")!.QuerySelectorAll("li").ToArray();
        Assert.Equal(Letters.Length, texts.Length);
        Assert.All(texts, text => Assert.Equal(3, text.QuerySelectorAll("a").Length));
    }

    [Theory, MemberData(nameof(Texts))]
    public async Task Letter_Opened_SaysWhatToFillInAndGoesOutAsAFile(string language, string letter)
    {
        using var client = Client();
        foreach (var version in RealContent.Content.Letters(letter, RealContent.Content.FindLanguage(language)!))
        {
            var path = RealContent.Content.SiteMap.Find(PageKind.Text, version.Id, language)!.Path;

            var page = await OpenAsync(path);
            var file = await client.GetAsync(page.QuerySelector(".letter-tools a[download]")!.GetAttribute("href"));
            var bytes = await file.Content.ReadAsByteArrayAsync();

            var text = Encoding.UTF8.GetString(bytes[3..]);
            Assert.Equal("text/plain; charset=utf-8", file.Content.Headers.ContentType?.ToString());
            Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
            Assert.Equal("\uFEFF"u8, bytes.AsSpan(0, 3));
            Assert.DoesNotMatch("(?<!\r)\n|[*_]{2}|\\\\|\\]\\(", text);
            Assert.Equal(Words(page.QuerySelector(".letter")!.TextContent), Words(text));
            Assert.Equal(text.Contains('['), page.QuerySelector("article")!.TextContent.Contains(RealContent.Content.FindLanguage(version.WrittenIn)!.Texts<LetterTexts>().FillIn, StringComparison.Ordinal));
            Assert.Single(page.QuerySelectorAll("[data-copy]"));
            Assert.Single(page.QuerySelectorAll("[data-print]"));
        }

        static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static Person Somebody(string? country, Progress progress) =>
        new([new AccountsCentre(Linkage.Linked, [new ChecklistItem(ShippedServices.Facebook, progress)])], []) { Country = country };

    private static string Code(params Person[] people) => ChecklistCodec.Encode(new(people));

    private static bool IsText(string address) => address.Contains("/textes/", StringComparison.Ordinal) || address.Contains("/texts/", StringComparison.Ordinal);

    private static string[] Links(IDocument page, string within) => [.. page.QuerySelectorAll($"{within} a").Select(link => link.GetAttribute("href")!)];

    /// <summary>What a reader copies.</summary>
    private static IEnumerable<string> Copied(Article text) =>
        text.Opening.Concat(text.Sections.SelectMany(section => section.Parts)).SelectMany(part => RealContent.ParseHtml(part.Html.Markup).QuerySelectorAll(".copy")).Select(box => box.TextContent);

    /// <summary>The one law that a text cites; null for none or several.</summary>
    private static Law? Cited(string text)
    {
        var isUk = text.Contains("UK GDPR", StringComparison.Ordinal);
        var isSwiss = SwissLaw().IsMatch(text);
        var isEuropean = EuropeanLaw().IsMatch(text);
        return (isUk, isSwiss, isEuropean) switch
        {
            (true, false, false) => Law.Uk,
            (false, true, false) => Law.Ch,
            (false, false, true) => Law.Gdpr,
            _ => null,
        };
    }

    private HttpClient Client() => new() { BaseAddress = site.Address };

    private async Task<IDocument> OpenAsync(string path)
    {
        using var client = Client();
        return RealContent.ParseHtml(await client.GetStringAsync(path));
    }

    [GeneratedRegex("LPD|FADP|loi fédérale sur la protection des données|Federal Act on Data Protection")]
    private static partial Regex SwissLaw();

    [GeneratedRegex("RGPD|(?<!UK )GDPR")]
    private static partial Regex EuropeanLaw();

    /// <summary>Where a calendar line goes on in the next (RFC 5545).</summary>
    [GeneratedRegex("\r\n[ \t]")]
    private static partial Regex Folded();
}
