using OptOutGuide.ChecklistPage;
using OptOutGuide.Checklists;
using OptOutGuide.Embeds;
using OptOutGuide.GuidePages;
using OptOutGuide.Layout;
using OptOutGuide.Printing;
using OptOutGuide.Questions;
using OptOutGuide.Sharing;

namespace OptOutGuide.Site;

/// <summary>Title and description of each page kind.</summary>
internal static class PageHeads
{
    public static string Title(PageContext context, PageRequest request) => context.Page.Kind switch
    {
        PageKind.Guide or PageKind.Article or PageKind.Text or PageKind.GuideEasy or PageKind.List or PageKind.Workshop or PageKind.Embed => context.TitleOf(context.Page),
        PageKind.Step => context.Language.Format(context.Texts<GuideTexts>().StepTitle, context.TitleOf(context.Page), context.Content.Guide(context.Page).Name),
        PageKind.GuidePrint => context.Language.Format(context.Texts<PrintTexts>().Title, context.Content.Guide(context.Page).Title),
        PageKind.GuideEasyPrint => context.Language.Format(context.Texts<PrintTexts>().Title, context.Content.Article(context.Page).Title),
        PageKind.GuideShare => context.Language.Format(context.Texts<ShareTexts>().Title, context.Content.Guide(context.Page).Title),
        PageKind.Questions => context.Texts<QuestionTexts>().Title(request.Answers.Next!.Value),
        PageKind.Plan => context.Texts<QuestionTexts>().PlanTitle,
        PageKind.ListDone => context.Texts<DoneTexts>().Title(Outcomes.Of(request.List.List, context.Today)),
        PageKind.ListPrint => context.Texts<PrintTexts>().ListTitle,
        PageKind.ListShare => context.Texts<ShareTexts>().ListTitle,
        PageKind.QuestionsShare => context.Texts<ShareNameTexts>().QuestionsTitle,
        PageKind.Poster => context.Texts<PosterTexts>().Title,
        PageKind.WorkshopPrint => context.Texts<WorkshopTexts>().PrintTitle,
        PageKind.Home or PageKind.SiteShare or PageKind.DatesFrame or PageKind.ServicesFrame or PageKind.GuideFrame or PageKind.Styles => context.Texts<ShareNameTexts>().SiteTitle,
    };

    public static string Description(PageContext context) => context.Page.Kind switch
    {
        PageKind.Guide or PageKind.Step or PageKind.GuidePrint or PageKind.GuideShare => context.Content.Guide(context.Page).FrontMatter.Summary,
        PageKind.Article or PageKind.Text or PageKind.GuideEasy or PageKind.GuideEasyPrint => context.Content.Article(context.Page).FrontMatter.Summary,
        PageKind.Questions or PageKind.Plan => context.Texts<QuestionTexts>().Summary,
        PageKind.List or PageKind.ListDone or PageKind.ListPrint or PageKind.ListShare => context.Texts<ListTexts>().Summary,
        PageKind.Workshop or PageKind.WorkshopPrint => context.Texts<WorkshopTexts>().Intro,
        PageKind.Embed => context.Texts<EmbedTexts>().Intro,
        PageKind.Home or PageKind.SiteShare or PageKind.QuestionsShare or PageKind.Poster or PageKind.DatesFrame or PageKind.ServicesFrame or PageKind.GuideFrame or PageKind.Styles =>
            string.Join(' ', context.Texts<IntroductionTexts>().WhatMetaDoes),
    };
}
