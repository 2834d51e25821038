namespace OptOutGuide.Content.Evidence;

public static class SourceDateFormat
{
    extension(Language language)
    {
        /// <summary>« 27 mai 2025 », or « sans date, lu le 28 novembre 2026 ».</summary>
        public string Date(SourceDate date) =>
            date.IsUndated ? language.Format(language.Texts<DateTexts>().Undated, language.When(date.Date)) : language.Date(date.Date);

        /// <summary>In a sentence: « le 27 mai 2025 », « en mai 2025 », « dans un texte sans date, lu le 28 novembre 2026 ».</summary>
        public string When(SourceDate date) =>
            date.IsUndated ? language.Format(language.Texts<DateTexts>().InUndated, language.When(date.Date)) : language.When(date.Date);
    }
}
