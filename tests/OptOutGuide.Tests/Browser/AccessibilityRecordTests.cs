using System.Text.RegularExpressions;

namespace OptOutGuide.Tests.Browser;

/// <summary>docs/accessibility.md has each criterion once and names only tests that exist.</summary>
public sealed partial class AccessibilityRecordTests
{
    private static readonly string Record = File.ReadAllText(Path.Combine(Repository.Root, "docs/accessibility.md"));

    [Fact]
    public void Criteria_OfLevelAAndDoubleA_AreAllThereOnce()
    {
        string[] expected =
        [
            "1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.3.5",
            "1.4.1", "1.4.2", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13",
            "2.1.1", "2.1.2", "2.1.4", "2.2.1", "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4", "2.4.5", "2.4.6", "2.4.7", "2.4.11",
            "2.5.1", "2.5.2", "2.5.3", "2.5.4", "2.5.7", "2.5.8",
            "3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.2.3", "3.2.4", "3.2.6", "3.3.1", "3.3.2", "3.3.3", "3.3.4", "3.3.7", "3.3.8",
            "4.1.2", "4.1.3",
        ];

        var numbers = Criterion().Matches(Record).Where(row => row.Groups["level"].Value is "A" or "AA").Select(row => row.Groups["number"].Value);

        Assert.Equal(expected, numbers);
    }

    [Fact]
    public void Tests_Named_Exist()
    {
        var tests = typeof(AccessibilityRecordTests).Assembly.GetTypes().Where(type => type.Name.EndsWith("Tests", StringComparison.Ordinal)).ToLookup(type => type.Name);

        var named = TestName().Matches(Record);

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(
            tests[name.Groups["class"].Value],
            type => !name.Groups["method"].Success || type.GetMethod(name.Groups["method"].Value) is not null));
    }

    [GeneratedRegex(@"^\| (?<number>\d\.\d\.\d+) [^|]+ \| (?<level>A+) \| [^|]+ \|[^|]*\|$", RegexOptions.Multiline)]
    private static partial Regex Criterion();

    [GeneratedRegex(@"`(?<class>\w+Tests)(\.(?<method>\w+))?`")]
    private static partial Regex TestName();
}
