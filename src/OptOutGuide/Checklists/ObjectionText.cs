namespace OptOutGuide.Checklists;

/// <summary>How an objection is called, on screen and on paper.</summary>
internal static class ObjectionText
{
    /// <summary>« Facebook, Instagram (Espace Comptes 2) »: what it covers, and in which centre where there are several.</summary>
    public static string Name(Language language, Objection objection)
    {
        var services = string.Join(", ", objection.Covers.Distinct().Select(language.Words.Services.Name));
        return objection.Centre is { } centre
            ? $"{services} ({language.Say(language.Words.List.Centre, centre)})"
            : services;
    }

    /// <summary>The same, and that it is optional where it is: « Facultatif : WhatsApp ».</summary>
    public static string NameOrOptional(Language language, Objection objection) =>
        objection.IsOptional ? language.Say(language.Words.List.OptionalRequest, Name(language, objection)) : Name(language, objection);

    /// <summary>« Envoyée le 22 mai 2025 », or without the date where it is not known.</summary>
    public static string State(Language language, Progress progress, DateOnly today)
    {
        var words = language.Words.List;
        if (progress.IsUnanswered(today))
        {
            return language.Say(words.NoAnswer, language.Date(progress.SentOn!.Value));
        }

        var (bare, dated) = progress.State switch
        {
            ProgressState.Sent => (words.Sent, words.SentOn),
            ProgressState.Confirmed => (words.ConfirmedState, words.ConfirmedOn),
            ProgressState.Refused => (words.Refused, words.RefusedOn),
            _ => (words.ToDo, words.ToDo),
        };
        return progress.Date is { } date ? language.Say(dated, language.Date(date)) : bare;
    }
}
