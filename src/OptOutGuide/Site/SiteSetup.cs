using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace OptOutGuide.Site;

internal static class SiteSetup
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        // Accents as they are: entities would make every page larger.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        // The pages hold no secret that their size could reveal, nor does the script with their texts (offline.js), so they
        // are compressed under https too.
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "text/javascript"];
        });
    }

    public static void UseErrorPages(this WebApplication app) => app.UseExceptionHandler(error => error.Run(SiteEndpoints.RenderErrorAsync));
}
