namespace OptOutGuide.Content.Routing;

public enum PageKind
{
    Home,
    Guide,

    /// <summary>One step of a guide.</summary>
    Step,
    GuidePrint,
    GuideShare,
    GuideEasy,
    GuideEasyPrint,
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

    /// <summary>The form that prepares a workshop.</summary>
    Workshop,

    /// <summary>Everything on paper that a workshop needs.</summary>
    WorkshopPrint,

    /// <summary>For those who put a frame of this site into their own.</summary>
    Embed,

    /// <summary>In a frame of another site, like the next two: the state of the nearest deadline.</summary>
    DatesFrame,
    ServicesFrame,
    GuideFrame,

    /// <summary>In no site map: a style guide for developers.</summary>
    Styles,
}
