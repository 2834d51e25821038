namespace OptOutGuide.Content.Hosts;

/// <summary>Who runs this copy of the site, as <c>host.yml</c> says. The name and the tagline are in the texts of each language.</summary>
public sealed record HostProfile
{
    public static readonly HostProfile None = new();

    /// <summary>Whether the site has another name than the project's, so that the project's pictures would be wrong.</summary>
    public bool HasOwnName { get; init; }

    public HostPicture? Logo { get; init; }

    /// <summary>What apps show beside a link to the site.</summary>
    public HostPicture? Card { get; init; }

    public HostColours? Colours { get; init; }

    /// <summary>The person or organisation legally responsible for the site.</summary>
    public string? Publisher { get; init; }

    /// <summary>Where visitors may report a mistake.</summary>
    public string? Contact { get; init; }

    public IReadOnlyList<Partner> Partners { get; init; } = [];

    /// <summary>A demonstration copy without a publisher.</summary>
    public bool IsDemo { get; init; }

    public bool HasPublisherOrIsDemo => Publisher is not null || IsDemo;

    public IReadOnlyDictionary<string, Imprint> Imprints { get; init; } = new Dictionary<string, Imprint>();

    /// <summary>Ids of the pages that this site does not have.</summary>
    public IReadOnlySet<string> SwitchedOff { get; init; } = new HashSet<string>();

    /// <summary>The fields of <c>host.yml</c> that a host would want and has not written.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public HostAsset? Theme => Colours is null ? null : new("theme.css", "text/css", System.Text.Encoding.UTF8.GetBytes(Colours.StyleSheet));

    /// <summary>What the site serves of the host's.</summary>
    public IReadOnlyList<HostAsset> Assets => field ??= [.. new[] { Logo?.Asset, Card?.Asset, Theme }.OfType<HostAsset>()];

    /// <summary>In the reader's language, or in the first that has one.</summary>
    public Imprint? ImprintIn(Language language) => Imprints.TryGetValue(language.Code, out var own) ? own : Imprints.Values.FirstOrDefault();
}

/// <summary>The legal notice of one language.</summary>
/// <param name="Language">Code of the language that it is written in.</param>
public sealed record Imprint(string Language, string Name, IReadOnlyList<string> Address, string Mail, string? Phone, string? Register, string? Responsible);

public sealed record Partner(string Name, Uri Address);
