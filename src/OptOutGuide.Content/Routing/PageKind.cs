namespace OptOutGuide.Content.Routing;

public enum PageKind
{
    Home,
    Guide,

    /// <summary>One step of a guide.</summary>
    GuideStep,
    GuidePrint,
    GuideShare,
    GuideEasy,
    Article,
    Text,
    Questions,
    Plan,
    List,

    /// <summary>The end: everything is sent, or confirmed.</summary>
    ListDone,
    ListPrint,
    ListShare,
    SiteShare,
    QuestionsShare,
    Poster,
    Workshop,

    /// <summary>In no site map: a style guide for developers.</summary>
    Styles,
}
