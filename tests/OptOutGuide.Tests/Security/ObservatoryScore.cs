using AngleSharp.Html.Dom;

namespace OptOutGuide.Tests.Security;

/// <summary>
/// The grading of the MDN HTTP Observatory for a page served over https, as published in @mdn/mdn-http-observatory 1.4.8
/// (2025-10-07, algorithm 4): <c>src/grader/charts.js</c> for the points, <c>src/analyzer/tests</c> for the rules,
/// <c>src/scanner/index.js</c> for the sum. Only the rules that this site can meet earn points here; whatever else it sends counts
/// as the worst of its kind. That http leads to https is the host's proxy and counts as given.
/// </summary>
internal static class ObservatoryScore
{
    private const int LeastForExtraPoints = 90;
    private const int SixMonths = 15_552_000;

    /// <param name="isPreloaded">The host is in the browsers' preload list, as only its owner can ask for.</param>
    public static int Score(HttpResponseMessage response, IHtmlDocument page, bool isPreloaded)
    {
        int[] points =
        [
            ContentSecurityPolicy(response),
            FrameOptions(response),
            Header(response, "Set-Cookie") is null ? 0 : -40,
            Header(response, "Access-Control-Allow-Origin") is null ? 0 : -50,
            Header(response, "Referrer-Policy") is "no-referrer" or "same-origin" or "strict-origin" or "strict-origin-when-cross-origin" ? 5 : -5,
            isPreloaded ? 5 : Transport(response),
            Scripts(page),
            Header(response, "X-Content-Type-Options") is "nosniff" ? 0 : -5,
            Header(response, "Cross-Origin-Resource-Policy") is "same-origin" or "same-site" ? 10 : -5,
        ];
        var withoutExtra = 100 + points.Where(point => point < 0).Sum();
        return withoutExtra >= LeastForExtraPoints ? 100 + points.Sum() : withoutExtra;
    }

    private static int ContentSecurityPolicy(HttpResponseMessage response)
    {
        if (Header(response, "Content-Security-Policy") is not { } policy)
        {
            return -25;
        }

        var isUnsafe = policy.Contains("unsafe", StringComparison.Ordinal) || policy.Contains("data:", StringComparison.Ordinal)
            || policy.Contains("http", StringComparison.Ordinal) || policy.Contains('*');
        return isUnsafe ? -20 : Directive(policy, "default-src") is "'none'" ? 10 : 5;
    }

    private static int FrameOptions(HttpResponseMessage response) =>
        Directive(Header(response, "Content-Security-Policy") ?? "", "frame-ancestors") is "'none'" or "'self'" ? 5
        : Header(response, "X-Frame-Options") is "DENY" or "SAMEORIGIN" ? 0
        : -20;

    private static int Transport(HttpResponseMessage response)
    {
        var age = Header(response, "Strict-Transport-Security")?.Split(';')
            .Select(part => part.Trim())
            .Where(part => part.StartsWith("max-age=", StringComparison.Ordinal))
            .Select(part => int.Parse(part["max-age=".Length..], System.Globalization.CultureInfo.InvariantCulture))
            .FirstOrDefault();
        return age switch { null or 0 => -20, < SixMonths => -10, _ => 0 };
    }

    private static int Scripts(IHtmlDocument page)
    {
        var scripts = page.Scripts.Where(script => script.Source is not null).ToArray();
        return scripts.Any(script => !script.Source!.StartsWith('/') || script.Source.StartsWith("//", StringComparison.Ordinal)) ? -50
            : scripts.Any(script => script.Integrity is { Length: > 0 }) ? 5
            : 0;
    }

    private static string? Directive(string policy, string name) => policy.Split(';')
        .Select(directive => directive.Trim().Split(' ', 2))
        .FirstOrDefault(directive => directive[0] == name)?[^1];

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
