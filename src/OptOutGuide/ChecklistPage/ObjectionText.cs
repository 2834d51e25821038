using OptOutGuide.Checklists;

namespace OptOutGuide.ChecklistPage;

/// <summary>The name of an objection, on screen and on paper.</summary>
internal static class ObjectionText
{
    /// <summary>« Facebook, Instagram (Espace Comptes 2) »: what it covers, and in which centre where there are several.</summary>
    public static string Name(Language language, Objection objection) =>
        InItsCentre(language, objection, string.Join(", ", Services(language, objection)));

    /// <summary>« Facebook et Instagram, une seule demande »: nobody waits for a second mail where one request covers several services.</summary>
    public static string NameAndCount(Language language, Objection objection) => Services(language, objection) is [_, .., var last] services
        ? language.Format(language.Texts<ListTexts>().OneRequest, string.Join(", ", services[..^1]), InItsCentre(language, objection, last))
        : Name(language, objection);

    private static string[] Services(Language language, Objection objection) =>
        [.. objection.Covers.Distinct().Select(service => service.Name.In(language))];

    private static string InItsCentre(Language language, Objection objection, string services) => objection.Centre is { } centre
        ? $"{services} ({language.Format(language.Texts<ListTexts>().Centre, centre)})"
        : services;

    /// <summary>The name, and that it is optional where it is: « Facultatif : WhatsApp ».</summary>
    public static string NameOrOptional(Language language, Objection objection) =>
        objection.IsOptional ? language.Format(language.Texts<ListTexts>().OptionalRequest, Name(language, objection)) : Name(language, objection);

    /// <summary>All of an objection without controls: « Opposition : Instagram · Confirmée le 23 mai 2025 ».</summary>
    public static string Line(Language language, Objection objection, DateOnly today) =>
        $"{language.Format(language.Texts<ListTexts>().Objection, Name(language, objection))} · {State(language, objection.Progress, today)}";

    /// <summary>« Envoyée le 22 mai 2025 », or without the date where it is not known.</summary>
    public static string State(Language language, Progress progress, DateOnly today)
    {
        var texts = language.Texts<ListTexts>();
        if (progress.IsUnanswered(today))
        {
            return language.Format(texts.NoAnswer, language.Date(progress.SentOn!.Value));
        }

        var (bare, dated) = progress.State switch
        {
            ProgressState.Sent => (texts.Sent, texts.SentOn),
            ProgressState.Confirmed => (texts.ConfirmedState, texts.ConfirmedOn),
            ProgressState.Refused => (texts.Refused, texts.RefusedOn),
            ProgressState.ToDo => (texts.ToDo, texts.ToDo),
        };
        return progress.Date is { } date ? language.Format(dated, language.Date(date)) : bare;
    }
}
