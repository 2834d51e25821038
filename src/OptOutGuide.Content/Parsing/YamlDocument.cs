using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;
using YamlDotNet.RepresentationModel;
using DocumentStart = YamlDotNet.Core.Events.DocumentStart;

namespace OptOutGuide.Content.Parsing;

/// <summary>Parses a whole YAML text. Nothing in it is ignored without a problem.</summary>
internal static partial class YamlDocument
{
    /// <summary>The top of a YAML text; null, with a problem, where there is none.</summary>
    /// <param name="lineOffset">Lines of the file before <paramref name="yaml"/>.</param>
    public static YamlNode? Read(string yaml, string file, int lineOffset, ProblemList problems)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException exception)
        {
            problems.Unreadable(file, (TabLine(yaml) ?? (int)exception.Start.Line) + lineOffset, TabLine(yaml) is null
                ? $"this is not valid YAML ({exception.Message}); put texts that hold a colon between quotes, and close every quote and bracket"
                : "there is a tab at the start of this line; use spaces");
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException)
        {
            // YamlDotNet throws these for some invalid texts, without a position.
            problems.Unreadable(file, lineOffset + 1, $"this is not valid YAML ({exception.Message}); look for an unclosed bracket or quote, or a \"#\" inside a list");
            return null;
        }

        if (stream.Documents.Count == 0)
        {
            problems.Unreadable(file, lineOffset + 1, "there is nothing here; write the fields");
            return null;
        }

        if (stream.Documents.Count > 1)
        {
            problems.Unreadable(file, LineOfSecond(yaml) + lineOffset, "a second document begins here, of which nothing would be read; remove the line of three signs that parts them");
        }

        WarnOfLostEnds(yaml, file, lineOffset, problems);
        return stream.Documents[0].RootNode;
    }

    private static int LineOfSecond(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var documents = 0;
        while (parser.MoveNext())
        {
            if (parser.Current is DocumentStart start && ++documents == 2)
            {
                return (int)start.Start.Line;
            }
        }

        return 1;
    }

    /// <summary>A text without quotes ends where a <c>#</c> follows a space; the rest of its line is a comment.</summary>
    private static void WarnOfLostEnds(string yaml, string file, int lineOffset, ProblemList problems)
    {
        if (!CommentAfterText().IsMatch(yaml))
        {
            return;
        }

        var scanner = new Scanner(new StringReader(yaml), skipComments: false);
        Token? before = null;
        while (scanner.MoveNext())
        {
            if (scanner.Current is Comment { IsInline: true } comment && before is Scalar { Style: ScalarStyle.Plain } text)
            {
                problems.Warning(file, (int)comment.Start.Line + lineOffset, $"\"#{comment.Value}\" is a comment and not part of \"{text.Value}\"; put the whole text between quotes, or the comment on a line of its own");
            }

            before = scanner.Current;
        }
    }

    private static int? TabLine(string yaml)
    {
        var line = Array.FindIndex(yaml.Split('\n'), line => line.TrimStart(' ').StartsWith('\t'));
        return line < 0 ? null : line + 1;
    }

    [GeneratedRegex(@"\S[ \t]+#")]
    private static partial Regex CommentAfterText();
}
