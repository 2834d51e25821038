using System.CommandLine;
using System.Text.RegularExpressions;
using OptOutGuide.Configuration;
using OptOutGuide.LinkChecks;

namespace OptOutGuide.Commands;

/// <summary>What the program does besides serving the site: <c>check</c>, <c>new-guide</c>, <c>new-language</c>, <c>cards</c>, <c>health</c>, <c>--help</c>.</summary>
internal static partial class CommandLine
{
    /// <summary>The exit code for a command line that is not understood; <c>check</c> uses 1 for warnings.</summary>
    private const int UsageError = 2;

    /// <summary>The default file of the claims table.</summary>
    private const string ClaimsFile = "docs/claims.md";

    private const string Urls = "--urls";

    /// <summary>Settings alone start the site, without loading the command-line parser.</summary>
    public static bool IsCommand(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version");

    /// <summary>
    /// The arguments that are settings. The configuration provider would read the argument after <c>--coverage</c>, or after a
    /// path that begins with <c>/</c>, as its value.
    /// </summary>
    public static string[] SettingsIn(string[] args) =>
        IsCommand(args) ? [.. args.Where((argument, index) => Setting().IsMatch(argument) || IsUrls(argument) || (index > 0 && args[index - 1] is Urls))] : args;

    public static async Task<int> RunAsync(string[] args, IConfiguration configuration, IHostEnvironment environment)
    {
        // Settings may follow any command; the configuration has read them already.
        var parsed = Root(configuration, environment).Parse([.. args.Where(argument => !Setting().IsMatch(argument))]);
        var exitCode = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? UsageError : exitCode;
    }

    private static bool IsUrls(string argument) => argument is Urls || argument.StartsWith($"{Urls}=", StringComparison.Ordinal);

    private static RootCommand Root(IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.GetSection("Site").Get<SiteOptions>() ?? new();
        var folders = options.LayersOf(environment);

        var format = new Option<string>("--format") { Description = "How problems are written: for people, or as annotations of GitHub Actions.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "github");
        var claims = new Option<string?>("--claims") { Description = $"Also writes every sentence that names a source beside it, to {ClaimsFile} or the file given.", Arity = ArgumentArity.ZeroOrOne };
        var coverage = new Option<bool>("--coverage") { Description = "Also writes which pages are translated into which language, unless --claims is given." };
        var links = new Option<string?>("--links") { Description = "Instead visits every outside address, at a request a second for each host, and writes a report: links-report.json in the content folder, or the file given. Exit code 1 where an address that answered before does not any more.", Arity = ArgumentArity.ZeroOrOne };
        var record = new Option<string?>("--record") { Description = $"Also writes, where there is no error and no warning, to {CheckedContent.File} or the file given, that this content was checked: the site then starts sooner.", Arity = ArgumentArity.ZeroOrOne };
        var check = new Command("check", "Checks the content. Exit code: 0 without problems, 1 with warnings only, 2 with errors.") { format, claims, coverage, links, record };
        check.SetAction(async (parsed, _) => parsed.GetResult(links) is not null
            ? await CheckLinksAsync(folders, parsed.GetValue(links) ?? Path.Combine(folders.All[^1].Path, OutsideLink.ReportFile))
            : CheckCommand.Run(folders, parsed.GetValue(format) == "github", parsed.GetResult(claims) is null ? null : parsed.GetValue(claims) ?? ClaimsFile, parsed.GetValue(coverage), parsed.GetResult(record) is null ? null : parsed.GetValue(record) ?? CheckedContent.File));

        var urls = new Option<string>(Urls) { Description = "The addresses that the site listens on, where they are set on its command line." };
        var health = new Command("health", "Asks the site on this machine whether it is ready. Exit code: 0 if it is, 1 otherwise.") { urls };
        health.SetAction((_, _) => HealthCommand.RunAsync(configuration));

        var folder = new Argument<string>("folder") { Description = "Where to write them." };
        var cards = new Command("cards", "Writes the share cards as SVG.") { folder };
        cards.SetAction(parsed => CardsCommand.Run(folders, parsed.GetRequiredValue(folder)));

        var id = new Argument<string>("id") { Description = "Id of the guide, and of the service that it is about." };
        var only = new Option<string?>("--only") { Description = "The language of a guide that is for its readers alone, such as de." };
        var newGuide = new Command("new-guide", "Writes the files of a new guide in every language, with ??? wherever something is to be filled in.") { id, only };
        newGuide.SetAction(parsed => NewGuideCommand.Run(folders, parsed.GetRequiredValue(id), parsed.GetValue(only)));

        var code = new Argument<string>("code") { Description = "The two letters of the language, such as sv." };
        var newLanguage = new Command("new-language", "Writes the files that a new language must have, with ??? wherever something is to be translated.") { code };
        newLanguage.SetAction(parsed => NewLanguageCommand.Run(folders, parsed.GetRequiredValue(code)));

        return new RootCommand("Starts the site, or runs a command. Settings such as --Site:BaseAddress=https://example.org/ may follow either.") { check, health, cards, newGuide, newLanguage };
    }

    private static async Task<int> CheckLinksAsync(ContentLayers folders, string report)
    {
        using var visitor = new LinkVisitor(LinkVisitor.Handler(), TimeProvider.System);
        return await CheckLinksCommand.RunAsync(folders, report, visitor, TimeProvider.System);
    }

    [GeneratedRegex("^--[A-Za-z]+(:[A-Za-z0-9]+)+=")]
    private static partial Regex Setting();
}
