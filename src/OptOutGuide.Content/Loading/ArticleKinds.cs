namespace OptOutGuide.Content.Loading;

internal static class ArticleKinds
{
    public static ArticleKind Of(PageKind kind) => kind switch
    {
        PageKind.GuideEasy or PageKind.GuideEasyPrint => ArticleKind.EasyGuide,
        PageKind.Text => ArticleKind.Text,
        _ => ArticleKind.Page,
    };
}
