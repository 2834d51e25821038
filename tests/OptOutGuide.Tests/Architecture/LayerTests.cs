using System.Text.RegularExpressions;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace OptOutGuide.Tests.Architecture;

/// <summary>Namespaces (one per folder) depend on each other in one direction, and so do the two projects.</summary>
public sealed partial class LayerTests
{
    /// <summary>A namespace may use those before it, and no other.</summary>
    private static readonly string[] Order =
    [
        "OptOutGuide.Content.Parsing",
        "OptOutGuide.Content.Localization",
        "OptOutGuide.Content.Hosts",
        "OptOutGuide.Content.Evidence",
        "OptOutGuide.Content.Routing",
        "OptOutGuide.Content.Deadlines",
        "OptOutGuide.Content.Authorities",
        "OptOutGuide.Content.Markdown",
        "OptOutGuide.Content.Guides",
        "OptOutGuide.Content.Loading",
        "OptOutGuide.Content.Checks",
        "OptOutGuide.Content.Claims",
        "OptOutGuide.Content",
        "OptOutGuide.Configuration",
        "OptOutGuide.Telemetry",
        "OptOutGuide.LiveContent",
        "OptOutGuide.Circuits",
        "OptOutGuide.Responses",
        "OptOutGuide.Security",
        "OptOutGuide.Checklists",
        "OptOutGuide.Layout",
        "OptOutGuide.GuidePages",
        "OptOutGuide.ChecklistPage",
        "OptOutGuide.Questions",
        "OptOutGuide.Sharing",
        "OptOutGuide.Home",
        "OptOutGuide.Printing",
        "OptOutGuide.Reminders",
        "OptOutGuide.Embeds",
        "OptOutGuide.Offline",
        "OptOutGuide.Site",
        "OptOutGuide.Caching",
        "OptOutGuide.Hosting",
        "OptOutGuide.LinkChecks",
        "OptOutGuide.Commands",
    ];

    private static readonly string[] Projects = ["src/OptOutGuide", "src/OptOutGuide.Content", "tests/OptOutGuide.Tests"];

    private static readonly ArchUnitNET.Domain.Architecture Program = new ArchLoader().LoadAssemblies(typeof(SiteContent).Assembly, typeof(PageContext).Assembly).Build();

    public static TheoryData<string> AllNamespaces => [.. Order.SkipLast(1)];

    [Theory]
    [MemberData(nameof(AllNamespaces))]
    public void Namespace_DependsOnThoseBeforeItOnly(string name)
    {
        var after = string.Join('|', Order.SkipWhile(other => other != name).Skip(1).Select(Regex.Escape));

        var rule = Types().That().ResideInNamespaceMatching($"^{Regex.Escape(name)}$")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($"^({after})$"));

        rule.Check(Program);
    }

    [Fact]
    public void Namespaces_AreAllInTheList()
    {
        var all = Program.Types.Select(type => type.Namespace.FullName)
            .Where(name => name == "OptOutGuide" || name.StartsWith("OptOutGuide.", StringComparison.Ordinal)).Distinct();

        Assert.Empty(all.Where(name => name != "OptOutGuide").Except(Order));
    }

    [Fact]
    public void ContentProject_ReferencesNoAspNet()
    {
        var references = typeof(SiteContent).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name == typeof(PageContext).Assembly.GetName().Name);
    }

    [Fact]
    public void Namespaces_MatchFolders()
    {
        var wrong = from project in Projects
                    let root = Path.Combine(Repository.Root, project)
                    from file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                    let folder = Path.GetRelativePath(root, Path.GetDirectoryName(file)!)
                    where !folder.StartsWith("bin", StringComparison.Ordinal) && !folder.StartsWith("obj", StringComparison.Ordinal)
                    let declared = Declaration().Match(File.ReadAllText(file)).Groups["name"].Value
                    let expected = Path.GetFileName(project) + (folder == "." ? "" : "." + folder.Replace('/', '.'))
                    where declared.Length > 0 && declared != expected
                    select $"{file}: {declared}";

        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
