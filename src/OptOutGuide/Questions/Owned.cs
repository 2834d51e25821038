namespace OptOutGuide.Questions;

/// <summary>What somebody has with Meta; all empty for the answer "none".</summary>
/// <param name="Services">In the order of the site.</param>
/// <param name="HasSeveral">Several accounts of one service.</param>
/// <param name="PageServices">The services of the Pages that they manage.</param>
public sealed record Owned(IReadOnlyList<Service> Services, bool HasSeveral, IReadOnlyList<Service> PageServices)
{
    /// <summary>The answers that are no services, as addresses have them. <see cref="NoneWord"/> excludes all others.</summary>
    public const string SeveralWord = "several";
    public const string PageWord = "page";
    public const string NoneWord = "none";

    public static Owned None { get; } = new([], false, []);

    public bool ManagesPage => PageServices.Count > 0;

    /// <summary>
    /// The services in which they have an account that can be in an Accounts Centre. Whoever manages a Page does so with such
    /// an account.
    /// </summary>
    public IReadOnlyList<Service> Accounts =>
        [.. Services.Where(service => service.Kind is ServiceKind.Account).Union(PageServices).OrderBy(service => service.Order)];

    public IEnumerable<Service> Requests => Services.Where(service => service.Kind is ServiceKind.Request);

    /// <summary>As addresses have it.</summary>
    public IReadOnlyList<string> Words
    {
        get
        {
            string[] words = [.. Services.Select(service => service.Id), .. HasSeveral ? [SeveralWord] : Array.Empty<string>(), .. ManagesPage ? [PageWord] : Array.Empty<string>()];
            return words.Length > 0 ? words : [NoneWord];
        }
    }

    /// <summary>Null where no word is an answer.</summary>
    public static Owned? Read(IReadOnlyCollection<string?> words, ServiceCatalog services)
    {
        if (words.Contains(NoneWord))
        {
            return None;
        }

        var owned = new Owned(
            [.. services.Used.Where(service => words.Contains(service.Id))],
            words.Contains(SeveralWord),
            words.Contains(PageWord) ? [.. services.All.Where(service => service.HasPages)] : []);
        return owned is { Services: [], HasSeveral: false, PageServices: [] } ? null : owned;
    }
}
