using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace OptOutGuide.Tests.Sharing;

/// <summary>The committed pictures. One that fails here is redrawn by <c>node tests/draw-pictures.mjs</c>.</summary>
public sealed class ShareCardTests
{
    private const int MaxBytes = 40_000;

    public static TheoryData<string> Cards => [.. All.Select(card => card.File)];

    public static TheoryData<string, int> Icons => new()
    {
        { "icons/icon-32.png", 32 },
        { "icons/icon-192.png", 192 },
        { "icons/icon-512.png", 512 },
        { "icons/full-180.png", 180 },
        { "icons/full-512.png", 512 },
    };

    private static IEnumerable<ShareCard> All => RealContent.Content.Languages.SelectMany(language => ShareCard.In(RealContent.Content, language));

    [Theory, MemberData(nameof(Cards))]
    public void Card_Committed_ShowsWhatTheContentSays(string file)
    {
        var card = All.First(card => card.File == file);

        var png = Png.Read(file + ".png");

        Assert.Equal(Hash(card.ToSvg()), png.Texts["drawn-from"]);
        Assert.Equal((ShareCard.Width, ShareCard.Height), (png.Width, png.Height));
        Assert.InRange(png.Bytes, 1, MaxBytes);
    }

    [Theory, MemberData(nameof(Icons))]
    public void Icon_Committed_IsTheSitesOwn(string file, int size)
    {
        var svg = File.ReadAllText(Path.Combine(Repository.Root, "src/OptOutGuide/wwwroot/icon.svg"));

        var png = Png.Read(file);

        Assert.Equal(Hash(svg), png.Texts["drawn-from"]);
        Assert.Equal((size, size), (png.Width, png.Height));
    }

    [Fact]
    public void Draw_TitleWithMarkup_StaysText()
    {
        var card = ShareCard.In(ContentFixture.Valid, ContentFixture.Valid.Languages[0]).First() with { Title = "</text><script>&" };

        var svg = XDocument.Parse(card.ToSvg());

        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "script");
        Assert.Contains(svg.Descendants(), element => element.Value == card.Title);
    }

    [Fact]
    public void Draw_SiteOfAHost_HasItsNameColourAndLogo()
    {
        using var folder = new ContentFixture();
        using var own = new OwnFolder(folder.Root);
        own.Write("logo.svg", """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0h24v24z"/></svg>""");
        own.Write("host.yml", """
            name: Verbraucherhilfe
            logo: logo.svg
            colours: { accent: "#7a0012", hero: "#5c000d" }
            """);
        var content = own.Valid();

        foreach (var card in ShareCard.In(content, content.Languages[0]))
        {
            var svg = XDocument.Parse(card.ToSvg());

            Assert.Contains(svg.Descendants(), element => element.Value == "Verbraucherhilfe");
            Assert.Contains("\"#7a0012\"", svg.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(Palette.Accent, svg.ToString(), StringComparison.Ordinal);
            var logo = Assert.Single(svg.Descendants(), element => element.Name.LocalName == "image").Attribute("href")!.Value;
            Assert.Equal(own.Read("logo.svg"), Encoding.UTF8.GetString(Convert.FromBase64String(logo.Split("base64,")[1])));
        }
    }

    [Fact]
    public void For_GuideWithoutACardOfItsOwn_ShowsTheSites()
    {
        var content = ContentFixture.Valid;
        var guide = content.SiteMap.FindNamed("facebook", "fr")!;

        var own = ShareCard.For(guide, content, content.Languages[0], _ => true);
        var shared = ShareCard.For(guide, content, content.Languages[0], card => card.Name != "facebook");
        var none = ShareCard.For(guide, content, content.Languages[0], _ => false);

        Assert.Equal(("facebook", "site", null), (own?.Name, shared?.Name, none?.Name));
    }

    private static string Hash(string svg) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(svg)));
}
