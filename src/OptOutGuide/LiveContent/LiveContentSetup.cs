using Microsoft.Extensions.Options;
using OptOutGuide.Configuration;

namespace OptOutGuide.LiveContent;

internal static class LiveContentSetup
{
    /// <summary>The content folders, read at start and after each edit.</summary>
    /// <param name="texts">The records of texts that <c>site.yml</c> must fill.</param>
    public static void AddContent(this WebApplicationBuilder builder, IReadOnlyList<TextsType> texts)
    {
        builder.Services.AddSingleton(services =>
        {
            var options = services.GetRequiredService<IOptions<SiteOptions>>().Value;
            return new ContentLibrary(options.LayersOf(builder.Environment), texts, services.GetRequiredService<ILogger<ContentLibrary>>())
            {
                CheckFile = Path.Combine(builder.Environment.ContentRootPath, options.CheckFile),
                NeedsPublisher = builder.Environment.IsProduction() && !options.Demo,
            };
        });
        builder.Services.AddSingleton<ContentWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ContentWatch>());
        builder.Services.AddHealthChecks().AddCheck<ContentHealth>("content");
    }
}
