namespace OptOutGuide.Content.Localization;

public sealed record DateTexts : ITexts
{
    public static string Section => "dates";

    /// <summary>A .NET date format, as the next three.</summary>
    public required string Day { get; init; }

    /// <summary>The first day of a month.</summary>
    public required string First { get; init; }
    public required string Month { get; init; }
    public required string Year { get; init; }

    /// <summary>« 14 h 30 »: a .NET time format, as the next one.</summary>
    public required string Time { get; init; }

    /// <summary>« 14 h »</summary>
    public required string FullHour { get; init; }

    /// <summary>« le {0} »: a day in a sentence.</summary>
    public required string OnDay { get; init; }

    /// <summary>« en {0} »: a month or a year in a sentence.</summary>
    public required string InMonth { get; init; }

    /// <summary>« sans date, lu {0} »</summary>
    public required string Undated { get; init; }

    /// <summary>« dans un texte sans date, lu {0} »: where an address was seen.</summary>
    public required string InUndated { get; init; }
}
