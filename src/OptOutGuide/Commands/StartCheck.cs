using Microsoft.Extensions.Options;
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
        if (!await loading)
        {
            await app.DisposeAsync();
            return CheckCommand.Run(content.Folders);
        }

        if (app.Environment.IsProduction() && !content.Current.Host.IsAnsweredFor && !app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.Demo)
        {
            await app.DisposeAsync();
            return ExitCode.Invalid(SiteOptions.PublisherMissing);
        }

        return null;
    }
}
