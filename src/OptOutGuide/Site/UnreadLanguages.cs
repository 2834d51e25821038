using OptOutGuide.LiveContent;

namespace OptOutGuide.Site;

/// <summary>
/// Right after a start only the languages that come first may be read: their pages are answered at once, and any other request
/// waits until the rest is read.
/// </summary>
internal static class UnreadLanguages
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static void UseUnreadLanguages(this WebApplication app)
    {
        var library = app.Services.GetRequiredService<ContentLibrary>();
        app.Use(async (context, next) =>
        {
            if (library.Loaded is { IsWhole: false } first && !CanAnswer(first.Content, context.Request.Path.Value ?? ""))
            {
                await library.ReadRestAsync();
                if (!library.Loaded.IsWhole)
                {
                    // The content was edited and has an error: there is nothing good of these languages to show.
                    await context.RequestServices.GetRequiredService<ErrorPages>().AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, Pause);
                    return;
                }
            }

            await next(context);
        });
    }

    private static bool CanAnswer(SiteContent content, string path) =>
        path.StartsWith("/health/", StringComparison.Ordinal) || (content.SiteMap.Find(path) is { } page && content.CanRender(page));
}
