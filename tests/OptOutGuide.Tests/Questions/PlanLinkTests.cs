using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace OptOutGuide.Tests.Questions;

[Collection("site")]
public sealed class PlanLinkTests(RunningSite site)
{
    /// <summary>Answers that together cover every piece of advice, in each language.</summary>
    private static readonly string[] Queries =
        ["?where=elsewhere", "?where=FR&have=facebook&have=instagram&have=several&have=page&linked=unsure&login=no&for=several"];

    public static TheoryData<string> Plans =>
    [
        .. RealContent.SamplePages.Where(page => page.Kind is PageKind.Plan).SelectMany(page => Queries.Select(query => page.Path + query)),
    ];

    [Theory]
    [MemberData(nameof(Plans))]
    [Trait("Suite", "Sample")]
    public async Task Plan_EachAdvice_LeadsToAPageAboutIt(string path)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var language = RealContent.Content.FindLanguage(path.Split('/')[1])!;

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));
        var targets = page.QuerySelectorAll("main p.box a").Select(link => link.GetAttribute("href")!).ToArray();

        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.NotEqual($"/{language.Code}/", target));
        foreach (var target in targets)
        {
            var opened = RealContent.ParseHtml(await client.GetStringAsync(target));
            Assert.True(!target.Contains('#', StringComparison.Ordinal) || opened.GetElementById(target.Split('#')[1]) is not null, target);
        }
    }

    [Theory]
    [InlineData("/fr/plan?where=elsewhere", "/fr/comprendre#pays", "Selon votre pays")]
    [InlineData("/en/plan?where=elsewhere", "/en/understand#country", "In your country")]
    [InlineData("/fr/plan?where=FR&have=facebook&have=page&login=yes&for=me", "/fr/est-ce-que-ca-a-marche#page", "Je gère une Page")]
    [InlineData("/en/plan?where=FR&have=facebook&login=no&for=me", "/en/did-it-work#account-lost", "I've lost my account")]
    public async Task Plan_Advice_LeadsToTheSectionThatCarriesItsSources(string path, string target, string title)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync(path));

        Assert.Contains((target, title), page.QuerySelectorAll("main p.note a").Select(link => (link.GetAttribute("href"), link.TextContent)));
    }

    /// <summary>Whoever chose two services and gets one request is told where the other has gone.</summary>
    [Theory]
    [InlineData("linked", true)]
    [InlineData("unsure", false)]
    public async Task Plan_OfTwoAccounts_SaysWhetherOneRequestCoversBoth(string linked, bool isOne)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync($"/fr/plan?where=FR&have=facebook&have=instagram&linked={linked}&login=yes&for=me"));

        Assert.Equal(isOne, page.QuerySelector("main")!.TextContent.Contains("Cette demande vaut aussi pour Instagram", StringComparison.Ordinal));
    }

    /// <summary>A warning there reads as if the objection were worth nothing.</summary>
    [Fact]
    public async Task Plan_WhatOthersPublish_IsForLaterAndNoWarning()
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = RealContent.ParseHtml(await client.GetStringAsync("/fr/plan?where=FR&have=facebook&login=yes&for=me"));

        var box = Assert.Single(page.QuerySelectorAll("main p.box"));
        Assert.StartsWith("Plus tard, si vous voulez", box.TextContent, StringComparison.Ordinal);
        Assert.Equal("box", box.ClassName);
    }

    [Fact]
    public void Plans_Tried_BringUpEveryAdvice()
    {
        var answers = Queries.Select(query => Answers.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), ShippedServices.All, ["FR"]));

        Assert.Equal(Enum.GetValues<Advice>(), answers.SelectMany(given => ObjectionPlan.From(given, ShippedServices.NoAccount).Advice).Distinct().Order());
    }
}
