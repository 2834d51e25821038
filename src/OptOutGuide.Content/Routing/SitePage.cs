using System.Globalization;

namespace OptOutGuide.Content.Routing;

/// <summary>One page in one language.</summary>
/// <param name="Path">From the root, such as <c>/fr/guides/facebook</c>.</param>
/// <param name="Id">What the page is about, the same in every language: the id of a guide or an article, such as <c>facebook</c>, <c>facebook/3</c> for a step, or the kind's own name.</param>
public sealed record SitePage(string Path, string Language, PageKind Kind, string Id)
{
    /// <summary>Code of the language of its text: another than its own where the page is missing in that.</summary>
    public string WrittenIn { get; init; } = Language;

    /// <summary>The page is missing in its language, and shown in another.</summary>
    public bool IsFallback => WrittenIn != Language;

    /// <summary>The id of the page of a guide's step.</summary>
    public static string StepId(string guideId, int step) => string.Create(CultureInfo.InvariantCulture, $"{guideId}/{step}");

    /// <summary>The id of the guide that the page of a step belongs to; otherwise the page's own.</summary>
    public string GuideId => Id.Split('/')[0];

    /// <summary>The number of the step that the page shows, from 1; 0 for any other page.</summary>
    public int Step => Kind is PageKind.Step ? int.Parse(Id.Split('/')[^1], CultureInfo.InvariantCulture) : 0;

    /// <summary>Whether search engines may index the page: no sheet, no page for sharing, no embed, no single step, neither the plan nor the last page of the list.</summary>
    public bool IsForSearch => Kind is PageKind.Home or PageKind.Guide or PageKind.GuideEasy or PageKind.Article or PageKind.Text or PageKind.Questions or PageKind.List or PageKind.Workshop;

    /// <summary>Made for paper.</summary>
    public bool IsSheet => Kind is PageKind.GuidePrint or PageKind.GuideEasyPrint or PageKind.ListPrint or PageKind.Poster or PageKind.WorkshopPrint;

    /// <summary>Made for a frame of another site.</summary>
    public bool IsEmbed => Kind is PageKind.DatesFrame or PageKind.ServicesFrame or PageKind.GuideFrame;

    /// <summary>A way to send another page.</summary>
    public bool IsShare => Kind is PageKind.GuideShare or PageKind.ListShare or PageKind.SiteShare or PageKind.QuestionsShare;

    /// <summary>Has the place and the date of a workshop in its address.</summary>
    public bool IsOfWorkshop => Kind is PageKind.Workshop or PageKind.WorkshopPrint;
}
