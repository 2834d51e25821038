namespace OptOutGuide.Content.Evidence;

/// <summary>When a text was published; of a copy without a date, when it was read.</summary>
public readonly record struct SourceDate(PartialDate Date, bool IsUndated = false)
{
    /// <summary>From the field <c>date</c> or, for a copy without a date, <c>read</c>.</summary>
    internal static SourceDate Read(YamlReader map, DateOnly today)
    {
        if (!map.Has("read"))
        {
            return new(map.PartialDateUntil("date", today));
        }

        if (map.OptionalText("date") is not null)
        {
            map.Error("read", "\"read\" is for a text without a date; remove it or \"date\"");
        }

        return new(map.PartialDateUntil("read", today), IsUndated: true);
    }
}
