using OptOutGuide.Configuration;
using OptOutGuide.Hosting;
using OptOutGuide.LiveContent;

namespace OptOutGuide.Commands;

/// <summary>Whether the site may start with the content that was read.</summary>
internal static class StartCheck
{
    /// <summary>Waits for the content. Reports errors in it or, in Production, that there is no publisher, and disposes of the application then.</summary>
    /// <returns>The exit code; null where the site may start.</returns>
    public static async Task<int?> FindStartErrorAsync(this WebApplication app, Task<bool> loading)
    {
        var content = app.Services.GetRequiredService<ContentLibrary>();
        if (await loading)
        {
            return null;
        }

        await app.DisposeAsync();
        return content.LacksPublisher ? ExitCode.Invalid(SiteOptions.PublisherMissing) : CheckCommand.Run(content.Folders);
    }
}
