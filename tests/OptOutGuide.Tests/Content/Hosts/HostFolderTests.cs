using System.Buffers.Binary;
using System.Globalization;

namespace OptOutGuide.Tests.Content.Hosts;

public sealed class HostFolderTests : IDisposable
{
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 40\"><path d=\"M0 0h120v40H0z\"/></svg>";

    private readonly ContentFixture _folder = new();
    private readonly OwnFolder _own;

    public HostFolderTests()
    {
        _own = new OwnFolder(_folder.Root);
        _own.Write("logo.svg", Svg);
    }

    public void Dispose()
    {
        _own.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Load_WholeFile_IsReadFieldByField()
    {
        _own.Write("host.yml", """
            name: Verbraucherhilfe Musterstadt
            tagline: { fr: Nous vous aidons }
            logo: logo.svg
            colours: { accent: "#7a0012", hero: "#40000a" }
            publisher: Verbraucherhilfe Musterstadt e. V.
            imprint:
              fr:
                address: [Marktplatz 1, 01234 Musterstadt]
                mail: hilfe@musterstadt.example.org
                phone: "+49 3456 789-0"
                register: VR 123, Amtsgericht Musterstadt
                responsible: Erika Mustermann
            contact: fehler@musterstadt.example.org
            partners:
              - { name: Stadtbücherei, address: https://buecherei.example.org/ }
            """);

        var content = _own.Valid();

        var host = content.Host;
        var site = content.Languages[0].Texts<SiteTexts>();
        Assert.Equal(("Verbraucherhilfe Musterstadt", "Nous vous aidons"), (site.Title, site.Tagline));
        Assert.True(host.HasOwnName);
        Assert.Equal((120.0, 40.0), (host.Logo!.Width, host.Logo.Height));
        Assert.Equal("#7a0012 #40000a", $"{host.Colours!.Accent} {host.Colours.Hero}");
        var imprint = host.ImprintIn(content.Languages[0])!;
        Assert.Equal(("Verbraucherhilfe Musterstadt e. V.", "Erika Mustermann"), (imprint.Name, imprint.Responsible));
        Assert.Equal("fehler@musterstadt.example.org", host.Contact);
        Assert.Equal("Stadtbücherei", Assert.Single(host.Partners).Name);
        Assert.Equal(["card"], host.Missing);
        Assert.True(host.HasPublisherOrIsDemo);
    }

    [Fact]
    public void Load_NoFile_SaysWhatIsMissing()
    {
        var host = _own.Valid().Host;

        Assert.Contains("publisher", host.Missing);
        Assert.False(host.HasPublisherOrIsDemo);
    }

    [Theory]
    [InlineData("nam: x", "\"nam\" is not a field", 1)]
    [InlineData("name: { xx: x }", "\"xx\" is not a language of this site", 1)]
    [InlineData("name: [x]", "\"name\" has no fields", 1)]
    [InlineData("name: A name that is far too long for the top of a phone", "over 40", 1)]
    [InlineData("tagline: \"<b>x</b>\"", "\"tagline\"", 1)]
    [InlineData("publisher: x\ntagline: \"<b>x</b>\"", "\"tagline\"", 2)]
    [InlineData("logo: Logo.svg", "is no picture beside host.yml", 1)]
    [InlineData("logo: other.svg", "is no picture beside host.yml", 1)]
    [InlineData("logo: ../logo.svg", "is no picture beside host.yml", 1)]
    [InlineData("logo: logo.gif", "is no picture beside host.yml", 1)]
    [InlineData("card: logo.svg", "1200 by 630", 1)]
    [InlineData("colours:\n  accent: \"#ff8800\"\n  hero: \"#000000\"", "\"accent: #ff8800\" has a contrast of", 2)]
    [InlineData("colours:\n  accent: \"#000000\"\n  hero: \"#ff8800\"", "\"hero: #ff8800\" has a contrast of", 3)]
    [InlineData("colours: { accent: red, hero: \"#000000\" }", "\"accent: red\" is no colour", 1)]
    [InlineData("colours: { accent: \"#00000\", hero: \"#000000\" }", "is no colour", 1)]
    [InlineData("colours: { accent: \"#000000\" }", "\"hero\" is missing", 1)]
    [InlineData("colours: { accent: \"#000000\", hero: \"#000000\", third: \"#000000\" }", "\"third\" is not a field", 1)]
    [InlineData("publisher: \"\"", "\"publisher\" is empty", 1)]
    [InlineData("imprint:\n  fr: { address: [x], mail: a@example.org }", "\"imprint\" has no \"publisher\"", 2)]
    [InlineData("publisher: x\nimprint:\n  fr: { mail: a@example.org }", "\"address\" is missing", 3)]
    [InlineData("publisher: x\nimprint:\n  fr: { address: [x] }", "\"mail\" is missing", 3)]
    [InlineData("publisher: x\nimprint:\n  fr: { address: [x], mail: nobody }", "\"mail: nobody\" is no e-mail address", 3)]
    [InlineData("publisher: x\nimprint:\n  fr: { address: [x], mail: \"a@example.org?bcc=b@example.org\" }", "is no e-mail address", 3)]
    [InlineData("publisher: x\nimprint:\n  fr: { address: [x], mail: a@example.org, phone: \"0800\" }", "\"phone: 0800\" is no number", 3)]
    [InlineData("publisher: x\nimprint:\n  fr: { address: [x], mail: a@example.org, fax: \"1\" }", "\"fax\" is not a field", 3)]
    [InlineData("publisher: x\nimprint:\n  xx: { address: [x], mail: a@example.org }", "\"xx\" is not a language of this site", 3)]
    [InlineData("contact: nobody", "\"contact: nobody\" is no e-mail address", 1)]
    [InlineData("partners: x", "\"partners\" is not a list of entries", 1)]
    [InlineData("partners:\n  - { name: x, address: http://example.org/ }", "starts with https://", 2)]
    [InlineData("partners:\n  - { address: https://example.org/ }", "\"name\" is missing", 2)]
    [InlineData("demo: maybe", "\"demo: maybe\" is not valid", 1)]
    public void Load_Fault_IsNamedWithItsLine(string text, string culprit, int line)
    {
        _own.Write("host.yml", text);

        var (content, problems) = _own.Load();

        Assert.Null(content);
        Assert.Contains(problems, problem => problem.File == $"{_own.Name}/host.yml" && problem.Line == line && problem.Text.Contains(culprit, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<script>x()</script>", "<script> is not allowed")]
    [InlineData("<SCRIPT/>", "<SCRIPT> is not allowed")]
    [InlineData("<m:meta xmlns:m=\"http://www.w3.org/1999/xhtml\" http-equiv=\"refresh\"/>", "<meta> is HTML")]
    [InlineData("<foreignObject/>", "<foreignObject> is not allowed")]
    [InlineData("<image href=\"data:image/png;base64,AAAA\"/>", "<image> is not allowed")]
    [InlineData("<a href=\"https://example.org/\"/>", "<a> is not allowed")]
    [InlineData("<set attributeName=\"href\" to=\"x\"/>", "<set> is not allowed")]
    [InlineData("<path onclick=\"x()\"/>", "\"onclick\" would run a script")]
    [InlineData("<path ONLOAD=\"x()\"/>", "\"ONLOAD\" would run a script")]
    [InlineData("<use href=\"https://example.org/x.svg#a\"/>", "leads out of the picture")]
    [InlineData("<use xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"x.svg#a\"/>", "leads out of the picture")]
    [InlineData("<path fill=\"url(https://example.org/x)\"/>", "loads another file")]
    [InlineData("<path style=\"fill:URL(https://example.org/x)\"/>", "loads another file")]
    [InlineData("<style>@import 'x.css';</style>", "loads another file")]
    [InlineData("<style>path{fill:u\\72l(x)}</style>", "loads another file")]
    [InlineData("<?xml-stylesheet href=\"x.css\"?>", "may load other files")]
    [InlineData("<path>", "this is not an SVG file")]
    [InlineData("<g id=\"a\"><use href=\"#a\"/></g>", "a part within itself")]
    [InlineData("<style>rect{fill:url(#a)}</style><pattern id=\"a\"><rect/></pattern>", "names a part that is no gradient")]
    // Browsers find the part all the same.
    [InlineData("<g id=\"a\"><use href=\"#%61\"/></g>", "not the plain name of a part")]
    [InlineData("<g id=\"ab\"><use href=\"#a&#9;b\"/></g>", "not the plain name of a part")]
    [InlineData("<g id=\"a\"><use href=\"#a \"/></g>", "a part within itself")]
    [InlineData("<pattern id=\"a\"><rect style=\"stroke:url(#b);fill:URL(' #a')\"/></pattern>", "a part within itself")]
    [InlineData("<path style=\"stroke:url(#b);fill:URL(https://example.org/x)\"/>", "loads another file")]
    [InlineData("<g style=\"--a:url(#a)\"><rect fill=\"var(--a)\"/></g>", "uses var()")]
    public void Load_LogoThatIsMoreThanAPicture_IsNamed(string part, string culprit) =>
        AssertLogoError($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">{part}</svg>", culprit);

    /// <summary>Ten of ten of ten …: a kilobyte that draws a billion shapes.</summary>
    [Theory]
    [InlineData("<use href=\"#{0}\"/>", "g")]
    [InlineData("<path style=\"fill: url('#{0}')\"/>", "pattern")]
    public void Load_LogoWhosePartsMultiply_IsNamed(string reference, string kind)
    {
        var parts = Enumerable.Range(0, 9).Select(part => $"<{kind} id=\"p{part + 1}\">{string.Concat(Enumerable.Repeat(string.Format(CultureInfo.InvariantCulture, reference, $"p{part}"), 10))}</{kind}>");

        AssertLogoError($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path id=\"p0\"/>{string.Concat(parts)}</svg>", "more than 10000 shapes");
    }

    /// <summary>A hundred points with a marker each, whose paths have a hundred points with a marker each …</summary>
    [Theory]
    [InlineData("<path d=\"{1}\" marker-mid=\"url(#{0})\"/>", "marker")]
    [InlineData("<g marker-mid=\"url(#{0})\"><use href=\"#long\"/></g>", "marker")]
    [InlineData("<g fill=\"url(#{0})\">{2}</g>", "pattern")]
    public void Load_LogoWhosePartsMultiplyByWhatInheritsThem_IsNamed(string reference, string kind)
    {
        var points = $"M0 0{string.Concat(Enumerable.Repeat("h1", 100))}";
        var paths = string.Concat(Enumerable.Repeat("<path/>", 100));
        var parts = Enumerable.Range(0, 4).Select(part => $"<{kind} id=\"p{part + 1}\">{string.Format(CultureInfo.InvariantCulture, reference, $"p{part}", points, paths)}</{kind}>");

        AssertLogoError($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path id=\"long\" d=\"{points}\"/><{kind} id=\"p0\"><path/></{kind}>{string.Concat(parts)}</svg>", "more than 10000 shapes");
    }

    [Fact]
    public void Load_LogoOfTooManyLevels_IsNamed() =>
        AssertLogoError($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">{string.Concat(Enumerable.Repeat("<g>", 20_000))}{string.Concat(Enumerable.Repeat("</g>", 20_000))}</svg>", "more than 10000 shapes");

    [Theory]
    [InlineData(30_000, 10)]
    [InlineData(10, 2001)]
    [InlineData(0, 10)]
    public void Load_PngOfTooManyPixels_IsNamed(int width, int height)
    {
        var png = File.ReadAllBytes(Path.Combine(Repository.Root, "src/OptOutGuide/wwwroot/icons/icon-32.png"));
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        _own.Write("host.yml", "logo: logo.png");
        File.WriteAllBytes(Path.Combine(_own.Root, "logo.png"), png);

        Assert.Contains($"{width} by {height} pixels", Assert.Single(_own.Load().Problems).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "this is not an SVG file")]
    [InlineData("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">&x;</svg>", "without a DOCTYPE")]
    [InlineData("<svg viewBox=\"0 0 1 1\"/>", "begins with <svg xmlns")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "has no size")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 0 40\"/>", "has no size")]
    public void Load_LogoThatIsNoPicture_IsNamed(string svg, string culprit) => AssertLogoError(svg, culprit);

    [Fact]
    public void Load_HeavyLogo_IsNamed() => AssertLogoError(Svg.Replace("/>", $" id=\"{new string('a', 210_000)}\"/>", StringComparison.Ordinal), "over 200");

    [Theory]
    [InlineData("<defs><linearGradient id=\"a\"/></defs><path fill=\"url(#a)\"/><use href=\"#b\"/>")]
    [InlineData("<rect id=\"a\"/><clipPath id=\"b\"><use href=\"#a\"/></clipPath><g clip-path=\"url(#b)\"><path/></g>")]
    [InlineData("<!-- drawn by hand --><style>path { fill: url( '#a' ); }</style><title>x</title>")]
    public void Load_OrdinaryLogo_IsTaken(string parts)
    {
        _own.Write("host.yml", "logo: logo.svg");
        _own.Write("logo.svg", $"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120px\" height=\"40\">{parts}</svg>");

        Assert.Equal(120, _own.Valid().Host.Logo!.Width);
    }

    [Fact]
    public void Load_PngUnderAnotherName_IsNamed()
    {
        _own.Write("host.yml", "logo: logo.png");
        _own.Write("logo.png", Svg);

        Assert.Contains("this is not a PNG file", Assert.Single(_own.Load().Problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TwoHostFiles_TheLastFolderWinsFieldByField()
    {
        _folder.Write("host.yml", "publisher: First\ncontact: first@example.org\n");
        _own.Write("host.yml", "publisher: Second\n");

        var host = _own.Valid().Host;

        Assert.Equal(("Second", "first@example.org"), (host.Publisher, host.Contact));
    }

    [Theory]
    [InlineData("mailto:a@example.org")]
    [InlineData("tel:+491234")]
    public void Load_MailOrPhoneInAText_BelongsIntoHostFile(string target)
    {
        _folder.Replace(ContentFixture.Guide, "Une phrase d'introduction.", $"[Écrivez-nous]({target}).");

        Assert.Contains("is for the imprint and the contact of host.yml", Assert.Single(_own.Load().Problems).Text, StringComparison.Ordinal);
    }

    private void AssertLogoError(string svg, string culprit)
    {
        _own.Write("host.yml", "logo: logo.svg");
        _own.Write("logo.svg", svg);

        var problem = Assert.Single(_own.Load().Problems);

        Assert.Equal($"{_own.Name}/logo.svg", problem.File);
        Assert.Contains(culprit, problem.Text, StringComparison.Ordinal);
    }
}
