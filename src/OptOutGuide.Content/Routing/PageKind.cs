namespace OptOutGuide.Content.Routing;

public enum PageKind
{
    Home,
    Guide,
    GuidePrint,
    GuideShare,
    GuideEasy,
    GuideEasyPrint,
    Article,
    Text,
    Questions,
    Plan,
    List,
    ListPrint,
    ListShare,
    SiteShare,
    QuestionsShare,
    Poster,

    /// <summary>The form that prepares a workshop.</summary>
    Workshop,

    /// <summary>Everything on paper that a workshop needs.</summary>
    WorkshopPrint,

    /// <summary>In no site map: a style guide for developers.</summary>
    Styles,
}
