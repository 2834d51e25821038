using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;

namespace OptOutGuide.Tests.Site;

/// <summary>The site under a host's name: every place that showed the project's shows the host's.</summary>
public sealed class HostTests(HostSite site) : IClassFixture<HostSite>
{
    [Theory]
    [InlineData("/fr/")]
    [InlineData("/en/guides/facebook")]
    [InlineData("/fr/guides/facebook/1")]
    [InlineData("/fr/ma-liste")]
    [InlineData("/fr/guides/facebook/partager")]
    [InlineData("/fr/affiche")]
    [InlineData("/fr/guides/facebook/imprimer")]
    [InlineData("/fr/site.webmanifest")]
    [InlineData("/fr/feed.atom")]
    [InlineData("/fr/nowhere")]
    public async Task Page_UnderAnotherName_NamesTheProjectNowhere(string path)
    {
        var text = WebUtility.HtmlDecode(await site.GetAsync(path));

        Assert.DoesNotContain("Pas pour l’IA", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not for AI", text, StringComparison.Ordinal);
        Assert.Contains("Verbraucherhilfe", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Header_WithALogo_ShowsItInPlaceOfTheMark()
    {
        var page = WebUtility.HtmlDecode(await site.GetAsync("/fr/"));

        Assert.Matches("<img class=\"logo\"[^>]* src=\"/host/[0-9a-f]{12}/logo.svg\" alt(=\"\")? width=\"96\" height=\"32\"", page);
        Assert.DoesNotContain("class=\"mark\"", page, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"icon\" type=\"image/svg+xml\" sizes=\"any\" href=\"/host/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("icons/", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("logo.svg", "image/svg+xml")]
    [InlineData("theme.css", "text/css")]
    public async Task Asset_OfTheHost_IsServedForAYearUnderTheSitesPolicy(string name, string type)
    {
        var path = HostSite.Asset(name).Match(await site.GetAsync("/fr/")).Value;

        using var answer = await site.Visitor.GetAsync(path);

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl!.MaxAge);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor.GetAsync(path.Replace("/host/", "/host/0", StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task Theme_InLightAndDark_HasTheHostsColoursOnScreensOnly()
    {
        var css = await site.GetAsync(HostSite.Asset("theme.css").Match(await site.GetAsync("/fr/")).Value);

        Assert.Contains("--accent: #7a0012; --hero: #40000a;", css, StringComparison.Ordinal);
        Assert.All(css.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("@media screen", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Embed_OfAHost_HasItsColours() =>
        Assert.Matches(HostSite.Asset("theme.css"), await site.GetAsync(site.Services.GetRequiredService<ContentLibrary>().Current.SiteMap.Pages.First(page => page.IsEmbed).Path));

    [Fact]
    public async Task ShareCard_OfTheProject_IsNotShownUnderAnotherName() =>
        Assert.DoesNotContain("og:image", await site.GetAsync("/fr/"), StringComparison.Ordinal);

    [Fact]
    public async Task LegalPage_InTheImprintsLanguage_ShowsItWithLinks()
    {
        var page = WebUtility.HtmlDecode(HostSite.Plain(await site.GetAsync("/fr/mentions")));

        Assert.Matches("<strong[^>]*>Verbraucherhilfe e\\. V\\.</strong>", page);
        Assert.Contains("01234 Musterstadt", page, StringComparison.Ordinal);
        Assert.Contains("href=\"mailto:hilfe@example.org\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"tel:+4934567890\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("À remplir", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LegalPage_InAnotherLanguage_ShowsTheImprintInItsOwn() =>
        Assert.Contains("<address class=\"imprint\" lang=\"fr\"", HostSite.Plain(await site.GetAsync("/en/legal")), StringComparison.Ordinal);

    [Fact]
    public async Task Footer_OfAHost_NamesPublisherAndPartners()
    {
        var page = WebUtility.HtmlDecode(HostSite.Plain(await site.GetAsync("/fr/")));

        Assert.Contains("Publié par\u00a0: Verbraucherhilfe e. V.", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://buecherei.example.org/\" rel=\"external noopener noreferrer\">Stadtbücherei</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Copie de démonstration", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contact_OfAHost_TakesReportsAndStandsInSecurityTxt()
    {
        Assert.Contains("mailto:fehler@example.org?subject=", await site.GetAsync("/fr/guides/facebook"), StringComparison.Ordinal);
        Assert.Contains("Contact: mailto:fehler@example.org", await site.GetAsync("/.well-known/security.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_OfAHost_NamesThePublisher()
    {
        var feed = XDocument.Parse(await site.GetAsync("/fr/feed.atom"));
        using var manifest = JsonDocument.Parse(await site.GetAsync("/fr/site.webmanifest"));

        Assert.Equal("Verbraucherhilfe e. V.", feed.Descendants("{http://www.w3.org/2005/Atom}author").Single().Value);
        Assert.Equal(HostSite.Name, manifest.RootElement.GetProperty("name").GetString());
        Assert.StartsWith("/host/", manifest.RootElement.GetProperty("icons").EnumerateArray().Single().GetProperty("src").GetString(), StringComparison.Ordinal);
        Assert.Contains("\"publisher\":{\"@type\":\"Organization\",\"name\":\"Verbraucherhilfe e. V.\",\"logo\":\"https://hilfe.example.org/host/", await site.GetAsync("/fr/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/affiche")]
    [InlineData("/fr/guides/facebook/imprimer")]
    public async Task Paper_OfAHost_NamesThePublisher(string path) =>
        Assert.Contains("Publié par\u00a0: Verbraucherhilfe e. V.", WebUtility.HtmlDecode(await site.GetAsync(path)), StringComparison.Ordinal);
}
