using OptOutGuide.LiveContent;
using OptOutGuide.Responses;

namespace OptOutGuide.Site;

/// <summary>Serves the host's own files: the logo, the card and the colours. Their addresses change with them.</summary>
internal static class HostAssets
{
    /// <summary>To be called before the page cache and routing: these addresses are neither cached nor mapped as endpoints.</summary>
    public static void UseHostAssets(this WebApplication app)
    {
        var library = app.Services.GetRequiredService<ContentLibrary>();
        app.Use((context, next) =>
        {
            var path = context.Request.Path.Value ?? "";
            return path.StartsWith(HostAsset.Folder, StringComparison.Ordinal) && library.Loaded?.Content.Host.Assets.FirstOrDefault(asset => asset.Path == path) is { } asset
                && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
                ? AnswerAsync(context, asset)
                : next(context);
        });
    }

    private static async Task AnswerAsync(HttpContext context, HostAsset asset)
    {
        var response = context.Response;
        response.ContentType = asset.ContentType;
        response.ContentLength = asset.Bytes.Length;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await EncodedBody.SendInChunksAsync(response, asset.Bytes);
        }
    }
}
