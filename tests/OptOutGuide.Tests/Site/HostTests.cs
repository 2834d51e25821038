using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;

namespace OptOutGuide.Tests.Site;

/// <summary>The site under a host's name: every place that showed the project's shows the host's.</summary>
public sealed partial class HostTests : IDisposable
{
    private const string Name = "Verbraucherhilfe Musterstadt";

    private readonly ContentCopy _content = new();
    private readonly OwnFolder _own;
    private readonly Lazy<InProcessSite> _site;
    private readonly Lazy<HttpClient> _visitor;

    public HostTests()
    {
        _own = new OwnFolder(_content.Root);
        _own.Write("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 40\"><path d=\"M0 0h120v40H0z\"/></svg>");
        _own.Write("host.yml", $$"""
            name: {{Name}}
            logo: logo.svg
            colours: { accent: "#7a0012", hero: "#40000a" }
            publisher: Verbraucherhilfe e. V.
            imprint:
              fr:
                address: [Marktplatz 1, 01234 Musterstadt]
                mail: hilfe@example.org
                phone: "+49 3456 789-0"
            contact: fehler@example.org
            partners:
              - { name: Stadtbücherei, address: https://buecherei.example.org/ }
            """);
        // Started by the first request: a test may change the folder before.
        _site = new(() => new InProcessSite(null, ("Site:ContentFolders", $"{_content.Root};{_own.Root}"), ("Site:BaseAddress", "https://hilfe.example.org/")));
        _visitor = new(() => _site.Value.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://hilfe.example.org/") }));
    }

    public void Dispose()
    {
        if (_visitor.IsValueCreated)
        {
            _visitor.Value.Dispose();
            _site.Value.Dispose();
        }

        _own.Dispose();
        _content.Dispose();
    }

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
        var text = WebUtility.HtmlDecode(await Get(path));

        Assert.DoesNotContain("Pas pour l’IA", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not for AI", text, StringComparison.Ordinal);
        Assert.Contains("Verbraucherhilfe", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Header_WithALogo_ShowsItInPlaceOfTheMark()
    {
        var page = WebUtility.HtmlDecode(await Get("/fr/"));

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
        var path = Asset(name).Match(await Get("/fr/")).Value;

        using var answer = await _visitor.Value.GetAsync(path);

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl!.MaxAge);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _visitor.Value.GetAsync(path.Replace("/host/", "/host/0", StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task Theme_InLightAndDark_HasTheHostsColoursOnScreensOnly()
    {
        var css = await Get(Asset("theme.css").Match(await Get("/fr/")).Value);

        Assert.Contains("--accent: #7a0012; --hero: #40000a;", css, StringComparison.Ordinal);
        Assert.All(css.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("@media screen", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Embed_OfAHost_HasItsColours() =>
        Assert.Matches(Asset("theme.css"), await Get(_site.Value.Services.GetRequiredService<ContentLibrary>().Current.SiteMap.Pages.First(page => page.IsEmbed).Path));

    [Fact]
    public async Task ShareCard_OfTheProject_IsNotShownUnderAnotherName() =>
        Assert.DoesNotContain("og:image", await Get("/fr/"), StringComparison.Ordinal);

    [Fact]
    public async Task ShareCard_OfTheHost_IsShown()
    {
        File.Copy(Path.Combine(Repository.Root, "src/OptOutGuide/wwwroot/cards/fr-site.png"), Path.Combine(_own.Root, "card.png"));
        _own.Write("host.yml", _own.Read("host.yml") + "\ncard: card.png\n");

        await Eventually.TrueAsync(async () => (await Get("/fr/guides/facebook")).Contains("<meta property=\"og:image\" content=\"https://hilfe.example.org/host/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LegalPage_InTheImprintsLanguage_ShowsItWithLinks()
    {
        var page = WebUtility.HtmlDecode(Plain(await Get("/fr/mentions")));

        Assert.Matches("<strong[^>]*>Verbraucherhilfe e\\. V\\.</strong>", page);
        Assert.Contains("01234 Musterstadt", page, StringComparison.Ordinal);
        Assert.Contains("href=\"mailto:hilfe@example.org\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"tel:+4934567890\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("À remplir", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LegalPage_InAnotherLanguage_ShowsTheImprintInItsOwn() =>
        Assert.Contains("<address class=\"imprint\" lang=\"fr\"", Plain(await Get("/en/legal")), StringComparison.Ordinal);

    [Fact]
    public async Task Footer_OfAHost_NamesPublisherAndPartners()
    {
        var page = WebUtility.HtmlDecode(Plain(await Get("/fr/")));

        Assert.Contains("Publié par\u00a0: Verbraucherhilfe e. V.", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://buecherei.example.org/\" rel=\"external noopener noreferrer\">Stadtbücherei</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Copie de démonstration", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contact_OfAHost_TakesReportsAndStandsInSecurityTxt()
    {
        Assert.Contains("mailto:fehler@example.org?subject=", await Get("/fr/guides/facebook"), StringComparison.Ordinal);
        Assert.Contains("Contact: mailto:fehler@example.org", await Get("/.well-known/security.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_OfAHost_NamesThePublisher()
    {
        var feed = XDocument.Parse(await Get("/fr/feed.atom"));
        using var manifest = JsonDocument.Parse(await Get("/fr/site.webmanifest"));

        Assert.Equal("Verbraucherhilfe e. V.", feed.Descendants("{http://www.w3.org/2005/Atom}author").Single().Value);
        Assert.Equal(Name, manifest.RootElement.GetProperty("name").GetString());
        Assert.StartsWith("/host/", manifest.RootElement.GetProperty("icons").EnumerateArray().Single().GetProperty("src").GetString(), StringComparison.Ordinal);
        Assert.Contains("\"publisher\":{\"@type\":\"Organization\",\"name\":\"Verbraucherhilfe e. V.\",\"logo\":\"https://hilfe.example.org/host/", await Get("/fr/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/affiche")]
    [InlineData("/fr/guides/facebook/imprimer")]
    public async Task Paper_OfAHost_NamesThePublisher(string path) =>
        Assert.Contains("Publié par\u00a0: Verbraucherhilfe e. V.", WebUtility.HtmlDecode(await Get(path)), StringComparison.Ordinal);

    [Fact]
    public async Task HostFile_Edited_ShowsWithinSeconds()
    {
        _own.Write("host.yml", _own.Read("host.yml").Replace("#7a0012", "#00407a", StringComparison.Ordinal));

        await Eventually.TrueAsync(async () => (await Get(Asset("theme.css").Match(await Get("/fr/")).Value)).Contains("#00407a", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Production_WithoutPublisher_DoesNotStart()
    {
        var (exitCode, output) = await RunningSite.RunAsync($"--Site:ContentFolder={_content.Root}", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, exitCode);
        Assert.Contains("write \"publisher\" into host.yml", output, StringComparison.Ordinal);
        Assert.Contains("Site:Demo=true", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/", 2)]
    [InlineData("/en/guides/facebook", 2)]
    [InlineData("/fr/ma-liste", 2)]
    [InlineData("/fr/guides/facebook/imprimer", 1)]
    [InlineData("/fr/nowhere", 2)]
    public async Task Demo_EveryPage_SaysSo(string path, int times)
    {
        await using var site = new InProcessSite(null, ("Site:Demo", "true"));
        using var visitor = site.Visitor();

        var page = WebUtility.HtmlDecode(await (await visitor.GetAsync(path)).Content.ReadAsStringAsync());

        Assert.Equal(times, Demo().Count(page));
    }

    [Fact]
    public async Task Demo_InHostFile_SaysSo()
    {
        _own.Write("host.yml", "demo: true");

        await Eventually.TrueAsync(async () => Demo().Count(WebUtility.HtmlDecode(await Get("/fr/"))) == 2);
    }

    [Fact]
    public async Task Check_WithoutHostFile_SaysWhatIsMissing()
    {
        var (_, output) = await RunningSite.RunAsync("check", $"--Site:ContentFolder={_content.Root}");

        Assert.Contains("host.yml does not set name, tagline, logo, card, colours, publisher, imprint, contact", output, StringComparison.Ordinal);
    }

    private async Task<string> Get(string path) => await (await _visitor.Value.GetAsync(path)).Content.ReadAsStringAsync();

    /// <summary>Without the scope attributes of Razor's style sheets.</summary>
    private static string Plain(string page) => Scope().Replace(page, "");

    private static Regex Asset(string name) => new($"/host/[0-9a-f]{{12}}/{Regex.Escape(name)}");

    [GeneratedRegex("Copie de démonstration|This is a demonstration copy")]
    private static partial Regex Demo();

    [GeneratedRegex(" b-[a-z0-9]{10}")]
    private static partial Regex Scope();
}
