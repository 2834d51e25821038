using Microsoft.Extensions.Options;
using OptOutGuide.Configuration;
using OptOutGuide.LiveContent;

namespace OptOutGuide.Site;

/// <summary>The content, settings, clock, address and language of a request.</summary>
internal static class HttpContextExtensions
{
    /// <summary>Browsers send a tenth of it; sorting a header of 16 kB would cost more than the response.</summary>
    private const int MaxAcceptLanguage = 1000;

    extension(HttpContext context)
    {
        /// <summary>The content that the page cache chose for this request: one request never uses two versions.</summary>
        public SiteContent Content => (context.Features.Get<LoadedContent>() ?? context.RequestServices.GetRequiredService<ContentLibrary>().Loaded!).Content;

        public SiteOptions Site => context.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value;

        public SiteClock Clock => context.RequestServices.GetRequiredService<SiteClock>();

        public Uri SiteAddress => context.Site.AddressFor(context.Request);

        /// <summary>The response is status and headers: nothing is rendered for it, unless the cache keeps that for others.</summary>
        public bool IsForHeadersOnly => HttpMethods.IsHead(context.Request.Method) && context.Features.Get<CacheFill>() is null;

        public Language? RouteLanguage => context.Content.FindLanguage((string)context.Request.RouteValues["language"]!);

        public Language PreferredLanguage
        {
            get
            {
                var languages = context.Content.Languages;
                return context.Request.Headers.AcceptLanguage.ToString().Length > MaxAcceptLanguage
                    ? languages[0]
                    : LanguageChoice.Of(languages, [.. context.Request.GetTypedHeaders().AcceptLanguage.Select(wish => (wish.Value.ToString(), wish.Quality ?? 1))]);
            }
        }

        /// <summary>The home page of the address's language, or of the visitor's, for error pages.</summary>
        public SitePage NearestPage
        {
            get
            {
                var content = context.Content;
                var code = context.Request.Path.Value?.Split('/', 3).ElementAtOrDefault(1) ?? "";
                Language?[] languages = [content.FindLanguage(code), context.PreferredLanguage, content.Languages[0]];
                return content.SiteMap.Find(PageKind.Home, "home", languages.First(language => language is not null && content.IsRead(language.Code))!.Code)!;
            }
        }
    }
}
