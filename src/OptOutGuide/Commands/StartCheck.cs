using OptOutGuide.Configuration;
using OptOutGuide.Hosting;
using OptOutGuide.LiveContent;

namespace OptOutGuide.Commands;

/// <summary>What keeps a site from starting once its content is read.</summary>
internal static class StartCheck
{
    /// <summary>Errors in the content, or in Production nobody who answers for the site. Reports them.</summary>
    /// <returns>The exit code; null where the site may start.</returns>
    public static async Task<int?> RefuseAsync(this WebApplication app, Task<bool> loading)
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
