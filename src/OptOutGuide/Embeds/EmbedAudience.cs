using Microsoft.Extensions.Options;
using OptOutGuide.Configuration;
using OptOutGuide.LiveContent;
using OptOutGuide.Security;

namespace OptOutGuide.Embeds;

/// <summary>Says which responses other sites may show in a frame or read: the embeds for the chosen origins, the public data for all.</summary>
internal static class EmbedAudience
{
    private static readonly ResponseAudience Everybody = new(null, IsLoadable: true, IsReadable: true);

    /// <summary>Of the page that shows the frames.</summary>
    private static readonly ResponseAudience Showcase = new(SecurityHeaders.ContentPolicy + "; frame-src 'self'", IsLoadable: false, IsReadable: false);

    /// <summary>To be called before the page cache: cached responses get the same headers.</summary>
    public static void UseEmbedAudience(this WebApplication app)
    {
        var library = app.Services.GetRequiredService<ContentLibrary>();
        var frames = Frames(EmbedOrigins.Read(app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.EmbedOrigins));
        app.Use((context, next) =>
        {
            if (Of(context.Request.Path.Value ?? "", library, frames) is { } audience)
            {
                context.Features.Set(audience);
            }

            return next(context);
        });
    }

    private static ResponseAudience? Of(string path, ContentLibrary library, ResponseAudience frames) =>
        path is SiteFiles.DeadlinesData or SiteFiles.GuidesData ? Everybody
        : library.Loaded?.Content.SiteMap.Find(path) is { } page ? (page.IsEmbed ? frames : page.Kind is PageKind.Embed ? Showcase : null)
        : null;

    /// <summary>The site itself shows the frames on the page that offers them.</summary>
    private static ResponseAudience Frames(IEnumerable<string?> origins) => new(
        $"default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors {string.Join(' ', origins.Prepend("'self'"))}",
        IsLoadable: true,
        IsReadable: false);
}
