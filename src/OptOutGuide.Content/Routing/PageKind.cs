namespace OptOutGuide.Content.Routing;

public enum PageKind
{
    Home,
    Guide,
    GuidePrint,
    GuideShare,
    GuideEasy,
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
    Workshop,

    /// <summary>In no site map: a style guide for developers.</summary>
    Styles,
}
