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

    /// <summary>Of no language's site map: for those who change the styles.</summary>
    Styles,
}
