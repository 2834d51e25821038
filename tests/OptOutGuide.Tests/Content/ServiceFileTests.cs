namespace OptOutGuide.Tests.Content;

/// <summary>Mistakes in <c>services.yml</c> and in its icons: each is named at its line.</summary>
public sealed class ServiceFileTests
{
    [Theory]
    [InlineData("id: threads", "id: Threads", "cannot be an id")]
    [InlineData("id: threads", "id: several", "cannot be an id")]
    [InlineData("id: threads", "id: facebook", "used twice")]
    [InlineData("code: t", "code: f", "used twice")]
    [InlineData("code: t", "code: s", "is no code")]
    [InlineData("code: t", "code: tt", "is no code")]
    [InlineData("code: t", "code: T", "is no code")]
    [InlineData("code: t", "code: é", "is no code")]
    [InlineData("kind: account", "kind: centre", "account, request")]
    [InlineData("own-objection: true", "own-objection: false", "does not go with")]
    [InlineData("own-objection: true", "own-objection: perhaps", "true or false")]
    [InlineData("icon: threads.svg", "icon: ../links.yml", "no file of content/icons")]
    [InlineData("icon: threads.svg", "icon: threads.svg\n  domains: [threads]", "no domain")]
    [InlineData("icon: threads.svg", "icon: threads.svg\n  letter: t", "not a field known here")]
    [InlineData("icon: threads.svg", "icon: threads.svg\n  name: Threads", "not a field known here")]
    public void Load_MistakeInAService_IsNamedAtItsLine(string good, string bad, string culprit)
    {
        using var folder = new ContentFixture();
        var (before, entry) = folder.Read("services.yml").Split("- id: threads") is [var first, var rest] ? (first, "- id: threads" + rest) : ("", "");
        var changed = entry.IndexOf(good, StringComparison.Ordinal);
        folder.Write("services.yml", before + entry[..changed] + bad + entry[(changed + good.Length)..]);

        var (content, problems) = folder.Load();

        Assert.Null(content);
        var start = before.Count(character => character == '\n') + 1;
        Assert.Contains(problems, problem => problem.File == "content/services.yml" && problem.Line >= start && problem.Line <= start + 9 && problem.Text.Contains(culprit, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<path d=\"M0 0\" onclick=\"alert(1)\"/>", "onclick=alert(1)")]
    [InlineData("<path d=\"M0 0\" style=\"fill:url(http://evil.example/)\"/>", "style=")]
    [InlineData("<path d=\"M0 0&quot;&gt;\"/>", "d=M0 0")]
    [InlineData("<path d=\"M0 0\"><title>x</title></path>", "path")]
    [InlineData("<path d=\"M0 0\" x=\"1\"/>", "x=1")]
    [InlineData("<script>alert(1)</script>", "script")]
    [InlineData("<image href=\"https://evil.example/\"/>", "image")]
    [InlineData("<use href=\"#a\"/>", "use")]
    [InlineData("<a><path d=\"M0 0\"/></a>", "\"a\"")]
    [InlineData("<circle cx=\"1\" cy=\"1\" r=\"1\" xlink:href=\"x\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"/>", "href=x")]
    [InlineData("text<path d=\"M0 0\"/>", "\"text\"")]
    [InlineData("", "shows nothing")]
    [InlineData("<path>", "not an SVG file")]
    public void Load_IconThatDoesMoreThanShow_IsRefused(string shapes, string culprit)
    {
        using var folder = new ContentFixture();
        folder.Write("icons/threads.svg", Icon(shapes));

        AssertRefused(folder, culprit);
    }

    [Theory]
    [InlineData("<svg><path d=\"M0 0\"/></svg>", "viewBox")]
    [InlineData("<svg viewBox=\"0 0 48 48\"><path d=\"M0 0\"/></svg>", "viewBox")]
    [InlineData("<svg viewBox=\"0 0 24 24\" onload=\"alert(1)\"><path d=\"M0 0\"/></svg>", "onload")]
    [InlineData("<html viewBox=\"0 0 24 24\"><path d=\"M0 0\"/></html>", "viewBox")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg viewBox=\"0 0 24 24\">&a;</svg>", "not an SVG file")]
    [InlineData("<!DOCTYPE svg><svg viewBox=\"0 0 24 24\"><path d=\"M0 0\"/></svg>", "not an SVG file")]
    [InlineData("not a picture", "not an SVG file")]
    public void Load_FileThatIsNoIcon_IsRefused(string file, string culprit)
    {
        using var folder = new ContentFixture();
        folder.Write("icons/threads.svg", file);

        AssertRefused(folder, culprit);
    }

    [Fact]
    public void Load_LargeIcon_IsRefused()
    {
        using var folder = new ContentFixture();
        folder.Write("icons/threads.svg", Icon($"<path d=\"{new string('0', 2000)}\"/>"));

        AssertRefused(folder, "over 2000");
    }

    [Fact]
    public void Load_IconOfEveryShape_IsWrittenAnew()
    {
        using var folder = new ContentFixture();
        folder.Write("icons/threads.svg", Icon("""
            <!-- drawn by hand -->
            <path d="M1 1l2,2"/> <circle cx="1" cy="2" r="3"/>
            <rect x="1" y="2" width="3" height="4" rx="1"/><line x1="1" y1="2" x2="3" y2="4"/>
            """));

        var (content, problems) = folder.Load();

        Assert.DoesNotContain(problems, problem => problem.Severity is Severity.Error);
        Assert.Equal(
            """<svg class="glyph" viewBox="0 0 24 24" aria-hidden="true"><path d="M1 1l2,2" /><circle cx="1" cy="2" r="3" /><rect x="1" y="2" width="3" height="4" rx="1" /><line x1="1" y1="2" x2="3" y2="4" /></svg>""",
            content!.Services.Find("threads")!.Image.Markup);
    }

    [Fact]
    public void Load_MissingIcon_IsNamed()
    {
        using var folder = new ContentFixture();
        folder.Delete("icons/threads.svg");

        AssertRefused(folder, "missing");
    }

    [Fact]
    public void Load_IconOfNoService_IsWarnedOf()
    {
        using var folder = new ContentFixture();
        folder.Write("icons/minitel.svg", "<svg/>");

        var (content, problems) = folder.Load();

        Assert.NotNull(content);
        Assert.Contains(problems, problem => problem.File == "content/icons/minitel.svg" && problem.Text.Contains("no service has this icon", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_ServiceWithoutAGuide_IsWarnedOf()
    {
        var (content, problems) = LoadedWithANewOne("- id: minitel\n  code: m\n  kind: request\n  own-objection: true\n  icon: threads.svg\n\n- id: threads");

        Assert.NotNull(content);
        Assert.Contains(problems, problem => problem.File == "content/services.yml" && problem.Text.Contains("no guide is about \"minitel\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_ServiceWithoutAName_IsNamed()
    {
        using var folder = new ContentFixture();
        folder.Replace(ContentFixture.Data, "threads: Threads, ", "");

        var (content, problems) = folder.Load();

        Assert.Null(content);
        Assert.Contains(problems, problem => problem.File == "content/fr/data.yml" && problem.Text.Contains("\"threads\" of content/services.yml has no text", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_NoService_IsAnError()
    {
        using var folder = new ContentFixture();
        folder.Write("services.yml", "[]");

        var (content, problems) = folder.Load();

        Assert.Null(content);
        Assert.Contains(problems, problem => problem.Text.Contains("there is no service", StringComparison.Ordinal));
    }

    /// <summary>A form may lead to a site of the guide's own services, and to no other.</summary>
    [Theory]
    [InlineData("domains: [example.org]", true)]
    [InlineData("domains: [xample.org]", false)]
    [InlineData("pages: false", false)]
    public void Load_FormOnASiteThatIsNotMetas_NeedsItsDomain(string field, bool isAllowed)
    {
        using var folder = new ContentFixture();
        folder.Replace("services.yml", "icon: threads.svg", $"icon: threads.svg\n  {field}");
        folder.Replace("links.yml", "https://www.facebook.com/help/contact/1\n  meta: true", "https://form.example.org/\n  meta: false");
        folder.Replace("links.yml", "  fallbacks: [privacy-portal]\n", "");

        var (content, problems) = folder.Load();

        Assert.Equal(isAllowed, content is not null);
        Assert.Equal(!isAllowed, problems.Any(problem => problem.Text.Contains("leads neither to Meta", StringComparison.Ordinal)));
    }

    private static string Icon(string shapes) => $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\">{shapes}</svg>";

    private static (SiteContent? Content, IReadOnlyList<ContentProblem> Problems) LoadedWithANewOne(string entry)
    {
        using var folder = new ContentFixture();
        folder.Replace("services.yml", "- id: threads", entry);
        folder.Replace(ContentFixture.Data, "facebook: Facebook", "minitel: Minitel, facebook: Facebook");
        return folder.Load();
    }

    private static void AssertRefused(ContentFixture folder, string culprit)
    {
        var (content, problems) = folder.Load();

        Assert.Null(content);
        Assert.Contains(problems, problem => problem.File == "content/icons/threads.svg" && problem.Text.Contains(culprit, StringComparison.Ordinal));
    }
}
