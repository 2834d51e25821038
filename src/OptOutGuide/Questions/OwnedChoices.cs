namespace OptOutGuide.Questions;

/// <summary>The answers to the question "what do you have?", in the words of addresses, with their names.</summary>
internal static class OwnedChoices
{
    public static IReadOnlyList<(string Word, string Name)> In(SiteContent content, Language language)
    {
        var texts = language.Texts<QuestionTexts>();
        return
        [
            .. content.Services.Used.Intersect(content.ServicesIn(language)).Select(service => (service.Id, service.Name.In(language))),
            (Owned.SeveralWord, texts.HaveSeveral),
            .. content.Services.All.Where(service => service.HasPages).Take(1).Select(_ => (Owned.PageWord, texts.HavePage)),
            (Owned.NoneWord, texts.HaveNone),
        ];
    }
}
