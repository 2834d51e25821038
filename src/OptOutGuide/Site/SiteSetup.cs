using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace OptOutGuide.Site;

internal static class SiteSetup
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        // Accents as they are: entities would make every page larger.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddSingleton<ErrorPages>();
    }

    public static void UseErrorPages(this WebApplication app) => app.UseExceptionHandler(error => error.Run(SiteEndpoints.AnswerErrorAsync));
}
