using System.Text.RegularExpressions;

namespace OptOutGuide.Tests.Architecture;

/// <summary>The one rule of <c>dotnet format</c> that the build does not check: to load the solution again for it takes a minute.</summary>
public sealed partial class UsingOrderTests
{
    private static readonly string[] Folders = ["src", "tests"];

    [Fact]
    public void Usings_OfEveryFile_AreSortedWithSystemFirst()
    {
        var files = Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !GeneratedFolder().IsMatch(file));

        Assert.All(files, file =>
        {
            var usings = File.ReadLines(file).TakeWhile(line => !line.StartsWith("namespace ", StringComparison.Ordinal)).Where(line => line.StartsWith("using ", StringComparison.Ordinal)).ToArray();
            Assert.Equal(usings.OrderBy(Order).ThenBy(line => line.TrimEnd(';'), StringComparer.OrdinalIgnoreCase), usings);
        });
    }

    /// <summary>System first, then the others, then static ones, then aliases.</summary>
    private static int Order(string line) =>
        line.Contains('=', StringComparison.Ordinal) ? 3
        : line.StartsWith("using static ", StringComparison.Ordinal) ? 2
        : System().IsMatch(line) ? 0
        : 1;

    [GeneratedRegex(@"^using System[.;]")]
    private static partial Regex System();

    [GeneratedRegex("/(bin|obj|node_modules)/")]
    private static partial Regex GeneratedFolder();
}
