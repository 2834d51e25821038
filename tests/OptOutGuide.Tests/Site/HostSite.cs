using System.Text.RegularExpressions;

namespace OptOutGuide.Tests.Site;

/// <summary>A site with a host's own folder. It starts with the first request, so a test may change the folder before.</summary>
public sealed partial class HostSite : IDisposable
{
    public const string Name = "Verbraucherhilfe Musterstadt";

    private readonly Lazy<InProcessSite> _site;
    private readonly Lazy<HttpClient> _visitor;

    public HostSite()
    {
        Own = new OwnFolder(Content.Root);
        Own.Write("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 40\"><path d=\"M0 0h120v40H0z\"/></svg>");
        Own.Write("host.yml", $$"""
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
        _site = new(() => new InProcessSite(null, ("Site:ContentFolders", $"{Content.Root};{Own.Root}"), ("Site:BaseAddress", "https://hilfe.example.org/")));
        _visitor = new(() => _site.Value.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://hilfe.example.org/") }));
    }

    internal ContentCopy Content { get; } = new();

    internal OwnFolder Own { get; }

    internal HttpClient Visitor => _visitor.Value;

    internal IServiceProvider Services => _site.Value.Services;

    public void Dispose()
    {
        if (_visitor.IsValueCreated)
        {
            _visitor.Value.Dispose();
            _site.Value.Dispose();
        }

        Own.Dispose();
        Content.Dispose();
    }

    internal async Task<string> GetAsync(string path) => await (await Visitor.GetAsync(path)).Content.ReadAsStringAsync();

    /// <summary>Without the scope attributes of Razor's style sheets.</summary>
    internal static string Plain(string page) => Scope().Replace(page, "");

    internal static Regex Asset(string name) => new($"/host/[0-9a-f]{{12}}/{Regex.Escape(name)}");

    [GeneratedRegex(" b-[a-z0-9]{10}")]
    private static partial Regex Scope();
}
