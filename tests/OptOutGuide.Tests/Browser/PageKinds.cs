using Microsoft.Playwright;

namespace OptOutGuide.Tests.Browser;

/// <summary>
/// One page of each kind in French, the longest where they differ much, those that a visitor walks through in the other
/// languages of the sample but English, whose words are shorter, and a sample of the states of the list.
/// </summary>
internal static class PageKinds
{
    public const string FullList = "/fr/ma-liste" + FullCode;

    private const string FullCode = "?l=1.Lfs250522c250523it-Uff-Rws250522nsr250523";

    /// <summary>The longest article has another table.</summary>
    private const string WithATable = "/fr/verifier-espace-comptes";

    private static readonly PageKind[] Walked =
    [
        PageKind.Home, PageKind.Guide, PageKind.Step, PageKind.GuidePrint, PageKind.Plan, PageKind.List,
    ];

    /// <summary>Pages that show other parts of the list and further questions; the first two have most fields and most buttons.</summary>
    private static readonly string[] States =
    [
        FullList + "&open=date.0-0-0&wrong=date",
        "/fr/questions?where=FR&have=facebook&have=instagram",
        FullList + "&open=add.0",
        FullList + "&open=country.0",
        FullList + "&open=clear.0",
        "/fr/ma-liste?l=1.Lfi..Uf&open=remove.0",
        "/fr/ma-liste?l=1.&wrong=services",
        "/fr/ma-liste?l=1.Lfs250522c250523",
        "/fr/questions?where=FR",
    ];

    public static IEnumerable<string> Paths =>
    [
        .. RealContent.SamplePages
            .Where(page => page.Language is "fr" || (page.Language is not "en" && Walked.Contains(page.Kind)))
            .OrderByDescending(page => page.Id is "facebook" or "understand" or "refused-or-silent")
            .DistinctBy(page => (page.Kind, page.Language))
            .Select(RealContent.Address),
        FullList,
        "/fr/ma-liste/imprimer" + FullCode,
        "/fr/ma-liste/partager" + FullCode,
        Missing("fr"),
        .. RealContent.RunsAllRows ? [.. States, WithATable] : States[..2],
    ];

    /// <summary>An address in this language without a page.</summary>
    public static string Missing(string language) => $"/{language}/nulle-part";

    /// <summary>Whether markup and colours of the page are those of another: one of the same kind in French, or in its first state.</summary>
    public static bool IsVariant(string path) => IsTranslation(path) || States.Contains(path);

    /// <summary>Whether only its words differ from those of a page in French.</summary>
    public static bool IsTranslation(string path) => !path.StartsWith("/fr/", StringComparison.Ordinal);

    /// <summary>A visitor's page with every <c>details</c> open, and its list connected.</summary>
    public static async Task<IPage> OpenAsync(Visitor visitor, string path)
    {
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(path);
        await UnfoldAsync(page);
        return page;
    }

    /// <summary>The same for a page that is open.</summary>
    public static async Task UnfoldAsync(IPage page)
    {
        await ListPageObject.WaitIfLiveAsync(page);
        await page.EvaluateAsync("document.querySelectorAll('main details, footer details').forEach(details => details.open = true)");
    }
}
