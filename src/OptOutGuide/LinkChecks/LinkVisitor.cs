using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace OptOutGuide.LinkChecks;

/// <summary>Requests outside addresses: HEAD, then GET where HEAD says too little. Hosts in parallel; for each host one request at a time, with a pause between two.</summary>
/// <param name="handler">Does not follow redirects: each is looked at.</param>
internal sealed partial class LinkVisitor(HttpMessageHandler handler, TimeProvider time) : IDisposable
{
    private const int MaxRedirects = 5;
    private const int MaxBytes = 256 * 1024;
    private const int MaxTitle = 200;

    /// <summary>For all that is asked of an address: a body may come slowly, in small parts.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(40);

    private static readonly string[] LoginWords = ["login", "signin", "log-in", "sign-in", "checkpoint"];

    private readonly HttpClient _client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Between two requests to one host.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    public static SocketsHttpHandler Handler() => new() { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All };

    /// <summary>Every address once, hosts side by side; in the order of the addresses.</summary>
    public async Task<IReadOnlyList<LinkVisit>> VisitAllAsync(IEnumerable<Uri> addresses)
    {
        var visits = await Task.WhenAll(addresses.Distinct().GroupBy(address => address.Host).Select(VisitHostAsync));
        return [.. visits.SelectMany(host => host).OrderBy(visit => visit.Address.AbsoluteUri, StringComparer.Ordinal)];
    }

    public void Dispose() => _client.Dispose();

    private async Task<List<LinkVisit>> VisitHostAsync(IEnumerable<Uri> addresses)
    {
        var visits = new List<LinkVisit>();
        foreach (var address in addresses)
        {
            visits.Add(await VisitAsync(address));
        }

        return visits;
    }

    private async Task<LinkVisit> VisitAsync(Uri address)
    {
        using var limit = new CancellationTokenSource(TimeLimit, time);
        try
        {
            var (status, at, isPage, title) = await AskAsync(HttpMethod.Head, address, limit.Token);
            await Task.Delay(Pause, time);
            // Many servers refuse HEAD or answer it wrongly, and only GET brings a title. A document that HEAD found is not loaded.
            if (status is not HttpStatusCode.TooManyRequests && (isPage || (int)status is < 200 or >= 300))
            {
                (status, at, _, title) = await AskAsync(HttpMethod.Get, address, limit.Token);
                await Task.Delay(Pause, time);
            }

            return new(address, Outcome(status, at, title), (int)status, at == address ? null : at, title);
        }
        catch (OperationCanceledException)
        {
            return new(address, LinkOutcome.Unreachable, Error: $"No complete answer within {TimeLimit.TotalSeconds} s.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new(address, LinkOutcome.Unreachable, Error: (exception.InnerException ?? exception).Message);
        }
    }

    private async Task<(HttpStatusCode Status, Uri At, bool IsPage, string? Title)> AskAsync(HttpMethod method, Uri address, CancellationToken cancelled)
    {
        using var response = await SendAsync(method, address, cancelled);
        var isPage = response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml";
        var title = isPage && method == HttpMethod.Get ? TitleIn(await ReadStartAsync(response.Content, cancelled)) : null;
        return (response.StatusCode, response.RequestMessage!.RequestUri!, isPage, title);
    }

    /// <summary>Follows redirects to https addresses, as browsers do; one that leads elsewhere is the last response.</summary>
    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, CancellationToken cancelled)
    {
        for (var hop = 0; ; hop++)
        {
            using var request = new HttpRequestMessage(method, address);
            request.Headers.UserAgent.ParseAdd("OptOutGuide-link-check/1.0");
            var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancelled);
            if ((int)response.StatusCode is < 300 or >= 400 || hop == MaxRedirects || response.Headers.Location is not { } location || new Uri(address, location) is not { Scheme: "https" } next)
            {
                return response;
            }

            response.Dispose();
            address = next;
        }
    }

    private static LinkOutcome Outcome(HttpStatusCode status, Uri at, string? title) => (int)status switch
    {
        401 => LinkOutcome.NeedsLogin,
        >= 200 and < 300 => IsLogin(at, title) ? LinkOutcome.NeedsLogin : LinkOutcome.Answered,
        403 or 429 or >= 500 => LinkOutcome.Refused,
        _ => LinkOutcome.Gone,
    };

    private static bool IsLogin(Uri at, string? title) =>
        LoginWords.Any(word => at.AbsolutePath.Contains(word, StringComparison.OrdinalIgnoreCase)) || (title is not null && LoginTitle().IsMatch(title));

    private static async Task<string> ReadStartAsync(HttpContent content, CancellationToken cancelled)
    {
        using var body = await content.ReadAsStreamAsync(cancelled);
        var bytes = new byte[MaxBytes];
        var count = await body.ReadAtLeastAsync(bytes, MaxBytes, throwOnEndOfStream: false, cancelled);
        return Encoding.UTF8.GetString(bytes, 0, count);
    }

    private static string? TitleIn(string html)
    {
        if (Title().Match(html) is not { Success: true } found)
        {
            return null;
        }

        var title = WebUtility.HtmlDecode(Blanks().Replace(found.Groups["title"].Value, " ")).Trim();
        return title.Length > MaxTitle ? title[..MaxTitle] : title;
    }

    [GeneratedRegex(@"<title[^>]*>(?<title>[^<]*)</title>", RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\b(log in|log into|sign in|se connecter|connexion|anmelden)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LoginTitle();
}
