namespace OptOutGuide.Tests.Architecture;

/// <summary>A developer without a tool reads which tests did not run and why; in CI, where all must run, they fail.</summary>
public sealed class InstalledToolsTests : IDisposable
{
    private readonly DirectoryInfo _programs = Directory.CreateTempSubdirectory("programs-");

    public void Dispose() => _programs.Delete(recursive: true);

    [Theory]
    [InlineData(Tool.Compose, "docker-compose", "docker-compose")]
    [InlineData(Tool.HAProxy, "haproxy", "haproxy")]
    [InlineData(Tool.Node, "node", "nodejs")]
    [InlineData(Tool.NodePackages, "node", "nodejs")]
    [InlineData(Tool.Poppler, "pdfinfo", "poppler-utils")]
    [InlineData(Tool.UtilLinux, "prlimit", "util-linux")]
    public void SkipReason_ProgramNotOnThePath_NamesItAndWhatInstallsIt(Tool tool, string program, string package) =>
        Assert.Equal($"{program} is not installed: run \"bash tests/run.sh\" once, or \"apt-get install {package}\"", Tools().SkipReason(tool));

    [Fact]
    public void SkipReason_BrowserNotWhereChromiumSays_NamesThePathAndTheVariable()
    {
        var browser = Path.Combine(_programs.FullName, "browser");

        Assert.Equal($"{browser} is not installed: run \"bash tests/run.sh\" once, or set CHROMIUM to the path of a Chromium", Tools(("CHROMIUM", browser)).SkipReason(Tool.Chromium));
    }

    [Fact]
    public void SkipReason_OneToolOfTwoMissing_NamesThatOne()
    {
        Install("haproxy", "browser");
        var tools = Tools(("CHROMIUM", Path.Combine(_programs.FullName, "browser")));

        Assert.Null(tools.SkipReason(Tool.Chromium, Tool.HAProxy));
        Assert.StartsWith("pdfinfo ", tools.SkipReason(Tool.Chromium, Tool.Poppler), StringComparison.Ordinal);
    }

    [Fact]
    public void SkipReason_InCI_IsNone() => Assert.Null(Tools(("CI", "true")).SkipReason(Enum.GetValues<Tool>()));

    /// <summary>On a machine with the programs that were installed, and no others.</summary>
    private InstalledTools Tools(params (string Name, string Value)[] variables) => new(name => name == "PATH"
        ? _programs.FullName
        : variables.FirstOrDefault(variable => variable.Name == name).Value);

    private void Install(params IEnumerable<string> programs)
    {
        foreach (var program in programs)
        {
            File.WriteAllText(Path.Combine(_programs.FullName, program), "");
        }
    }
}
