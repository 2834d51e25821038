using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>A page as a browser prints it into a PDF file, and what the file holds.</summary>
/// <param name="Pages">The words of each page, in reading order.</param>
/// <param name="Raw">All words in the order in which they were drawn, which keeps the parts of an address together.</param>
/// <param name="FontSizes">In points, of every run of words, per page.</param>
internal sealed partial record PrintedPage(string Info, IReadOnlyList<string> Pages, string Raw, IReadOnlyList<IReadOnlyList<(double Size, string Words)>> FontSizes)
{
    /// <summary>What was printed before: many tests read the same sheet, by its address.</summary>
    private static readonly ConcurrentDictionary<Uri, Task<PrintedPage>> Printed = [];

    /// <summary>The greatest that the program takes, for the finest sizes.</summary>
    private const int Zoom = 3;

    public string Text => string.Join(' ', Pages);

    public double SmallestFont(int page) => FontSizes[page].Min(run => run.Size);

    /// <summary>The words without any space, to look for an address that is broken over lines.</summary>
    public string Letters => Raw.Replace(" ", "", StringComparison.Ordinal);

    public static Task<PrintedPage> PrintAsync(Chromium chromium, string path) =>
        Printed.GetOrAdd(new Uri(chromium.Site.Address, path), _ => PrintAnewAsync(chromium, path));

    private static async Task<PrintedPage> PrintAnewAsync(Chromium chromium, string path)
    {
        var page = await chromium.OpenAsync(path);
        var folder = Directory.CreateTempSubdirectory("print");
        try
        {
            var file = Path.Combine(folder.FullName, "page.pdf");
            await page.PdfAsync(new() { Path = file, PreferCSSPageSize = true });
            var text = await RunAsync("pdftotext", file, "-");
            var layout = await RunAsync("pdftohtml", "-xml", "-i", "-stdout", "-zoom", Zoom.ToString(CultureInfo.InvariantCulture), file);
            return new(
                await RunAsync("pdfinfo", file),
                [.. text.TrimEnd('\f').Split('\f').Select(Words)],
                Words(await RunAsync("pdftotext", "-raw", file, "-")),
                ReadFonts(layout));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>With single spaces, as words are compared.</summary>
    public static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static List<IReadOnlyList<(double Size, string Words)>> ReadFonts(string layout)
    {
        var sizes = new Dictionary<string, double>(StringComparer.Ordinal);
        var pages = new List<IReadOnlyList<(double Size, string Words)>>();
        foreach (var page in layout.Split("</page>").SkipLast(1))
        {
            foreach (Match font in Font().Matches(page))
            {
                sizes[font.Groups["id"].Value] = double.Parse(font.Groups["size"].Value, CultureInfo.InvariantCulture) / Zoom;
            }

            pages.Add([.. Run().Matches(page)
                .Select(run => (sizes[run.Groups["font"].Value], Words(Tag().Replace(run.Groups["words"].Value, ""))))
                .Where(run => run.Item2.Length > 0)]);
        }

        return pages;
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    [GeneratedRegex("<fontspec id=\"(?<id>\\d+)\" size=\"(?<size>\\d+)\"")]
    private static partial Regex Font();

    [GeneratedRegex("<text [^>]*font=\"(?<font>\\d+)\"[^>]*>(?<words>.*?)</text>", RegexOptions.Singleline)]
    private static partial Regex Run();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
