using OptOutGuide.ChecklistPage;
using OptOutGuide.Embeds;
using OptOutGuide.GuidePages;
using OptOutGuide.Home;
using OptOutGuide.Layout;
using OptOutGuide.Offline;
using OptOutGuide.Printing;
using OptOutGuide.Questions;
using OptOutGuide.Reminders;
using OptOutGuide.Sharing;

namespace OptOutGuide.Site;

/// <summary>Every record of texts of the web site: each must be filled by each language's <c>site.yml</c>.</summary>
internal static class TextCatalog
{
    public static IReadOnlyList<TextsType> All { get; } =
    [
        TextsType.Of<SiteTexts>(),
        TextsType.Of<HostTexts>(),
        TextsType.Of<BackTexts>(),
        TextsType.Of<IntroductionTexts>(),
        TextsType.Of<ListNameTexts>(),
        TextsType.Of<WorkshopNameTexts>(),
        TextsType.Of<FeedTexts>(),
        TextsType.Of<ShareNameTexts>(),
        TextsType.Of<CopyTexts>(),
        TextsType.Of<HomeTexts>(),
        TextsType.Of<GuideTexts>(),
        TextsType.Of<SourceTexts>(),
        TextsType.Of<LabelTexts>(),
        TextsType.Of<TranslationTexts>(),
        TextsType.Of<LetterTexts>(),
        TextsType.Of<PictureTexts>(),
        TextsType.Of<QuestionTexts>(),
        TextsType.Of<ListTexts>(),
        TextsType.Of<DoneTexts>(),
        TextsType.Of<ReminderTexts>(),
        TextsType.Of<ShareTexts>(),
        TextsType.Of<PrintTexts>(),
        TextsType.Of<PosterTexts>(),
        TextsType.Of<WorkshopTexts>(),
        TextsType.Of<EmbedNameTexts>(),
        TextsType.Of<EmbedTexts>(),
        TextsType.Of<ErrorTexts>(),
        TextsType.Of<OfflineTexts>(),
    ];
}
