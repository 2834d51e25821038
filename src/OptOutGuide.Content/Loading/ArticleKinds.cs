namespace OptOutGuide.Content.Loading;

internal static class ArticleKinds
{
    public static ArticleKind Of(PageKind kind) => kind switch
    {
        PageKind.GuideEasy => ArticleKind.EasyGuide,
        PageKind.Text => ArticleKind.Text,
        _ => ArticleKind.Page,
    };
}
