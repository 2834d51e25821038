using System.Text.RegularExpressions;

namespace OptOutGuide.Tests.Architecture;

/// <summary>
/// No switch over one of our enums has an arm for all other values: adding a value is then a compile error (CS8509) wherever
/// it is not handled.
/// </summary>
public sealed partial class ExhaustiveSwitchTests
{
    private static readonly string[] Patterns = ["*.cs", "*.razor"];

    private static readonly string[] Ours =
    [
        .. new[] { typeof(SiteContent), typeof(PageContext) }.SelectMany(type => type.Assembly.GetTypes())
            .Where(type => type.IsEnum && type != typeof(PageKind)).Select(type => type.Name),
    ];

    [Fact]
    public void Switches_OverOurEnums_NameEveryValue()
    {
        var sources = Patterns.SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), pattern, SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(sources);
        Assert.Empty(sources.SelectMany(file => Faults(File.ReadAllText(file)).Select(fault => $"{Path.GetFileName(file)}: {fault}")));
    }

    [Theory]
    [InlineData("x switch { Outcome.Open => 1, _ => 2 }", 1)]
    [InlineData("x switch { null => 0, Outcome.Open or Outcome.Finished => 1, _ when y => 3, _ => 2 }", 1)]
    [InlineData("x switch { { Step: NextStep.Send } => 1, _ => 2 }", 1)]
    [InlineData("switch (x) { case Outcome.Open: break; default: break; }", 1)]
    [InlineData("x switch { Outcome.Open => 1, Outcome.Finished => y switch { 1 => 2, _ => 3 } }", 0)]
    [InlineData("x switch { { Length: > 0 } when y is Outcome.Open => 1, _ => 2 }", 0)]
    [InlineData("x switch { 1 => Outcome.Open, _ => Outcome.Finished }", 0)]
    [InlineData("x switch { PageKind.Home => 1, _ => 2 }", 0)]
    public void Faults_InASwitch_AreFound(string code, int count) => Assert.Equal(count, Faults(code).Count());

    private static IEnumerable<string> Faults(string code) =>
        from start in Switch().Matches(code)
        let arms = Arms(code, start.Index + start.Length).ToArray()
        where arms.Any(arm => arm is "_" or "default")
        let named = Ours.FirstOrDefault(name => arms.Any(arm => Regex.IsMatch(arm, $@"\b{name}\.")))
        where named is not null
        select $"a switch over {named} has an arm for all other values";

    /// <summary>The patterns of a switch, without their conditions.</summary>
    /// <param name="start">Behind its opening brace.</param>
    private static IEnumerable<string> Arms(string code, int start)
    {
        var (depth, from, isPattern) = (0, start, true);
        for (var index = start; index < code.Length && depth >= 0; index++)
        {
            depth += code[index] switch { '{' or '(' or '[' => 1, '}' or ')' or ']' => -1, _ => 0 };
            var isEnd = depth == 0 && isPattern && (code[index] == ':' || code.AsSpan(index).StartsWith("=>"));
            if (isEnd)
            {
                yield return Condition().Replace(code[from..index], "").Trim();
            }

            isPattern = !isEnd && (isPattern || (depth == 0 && code[index] is ',' or ';'));
            from = depth == 0 && code[index] is ',' or ';' ? index + 1 : from;
        }
    }

    [GeneratedRegex(@"\bswitch(?:\s*\([^)]*\))?\s*\{")]
    private static partial Regex Switch();

    [GeneratedRegex(@"\s+when\s.*|^\s*(?:break;\s*)*case\s+", RegexOptions.Singleline)]
    private static partial Regex Condition();
}
