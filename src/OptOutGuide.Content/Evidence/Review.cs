namespace OptOutGuide.Content.Evidence;

/// <summary>When something was last reviewed against its sources, and for how many days that is valid.</summary>
public sealed record Review(DateOnly On, int EveryDays)
{
    /// <summary>Ten years, in days.</summary>
    private const int MaxDays = 3650;

    internal static Review Read(YamlReader map, DateOnly today)
    {
        var everyDays = map.Number("review-every");
        if (everyDays > MaxDays)
        {
            map.Error("review-every", $"\"review-every: {everyDays}\" is too long; write at most {MaxDays} days");
        }

        return new(map.DateUntil("reviewed", today), Math.Min(everyDays, MaxDays));
    }

    /// <summary>The day on which it is due again; overdue from the next day.</summary>
    public DateOnly Due => On.AddDays(EveryDays);

    public bool IsOverdue(DateOnly today) => today > Due;
}
