using System.Net;

namespace OptOutGuide.Tests.Site;

[Collection("site")]
public sealed class HostileAddressTests(RunningSite site)
{
    private const int Tries = 400;
    private const string Alphabet = "1.LNURCfitwnscr-0123456789%<>'\"&/\\é\u0000 ";

    /// <summary>Random, truncated and altered addresses, the same at each run.</summary>
    public static IEnumerable<string> Codes
    {
        get
        {
            var random = new Random(20250527);
            const string good = "1.CFR-Lfs250522c250523it-Uff-Rws250522.Nfi-Rn";
            for (var index = 0; index < Tries; index++)
            {
                yield return (index % 3) switch
                {
                    0 => good[..random.Next(good.Length)],
                    1 => good.Insert(random.Next(good.Length), Alphabet[random.Next(Alphabet.Length)].ToString()),
                    _ => new string([.. Enumerable.Range(0, random.Next(1, 300)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]),
                };
            }
        }
    }

    /// <summary>A form says where on the page to return to; that word goes into a header.</summary>
    [Theory]
    [InlineData("%0D%0AX-Injected%3A1")]
    [InlineData("%00")]
    [InlineData("%C3%A9")]
    [InlineData("%3Ci9x%3E")]
    public async Task Change_ReturningToAHostilePlace_IsMadeAllTheSame(string place)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };

        var response = await client.GetAsync($"/fr/ma-liste?l=1.Lf&person=0&country=FR&at={place}");

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal($"/fr/ma-liste?l=1.CFR-Lf#o{place}", response.Headers.Location?.OriginalString);
        Assert.False(response.Headers.Contains("X-Injected"));
    }

    [Theory]
    [InlineData("/fr/ma-liste")]
    [InlineData("/fr/ma-liste/imprimer")]
    [InlineData("/fr/ma-liste/partager")]
    [InlineData("/fr/reminders.ics")]
    [InlineData("/fr/list.json")]
    public async Task Address_Hostile_NeverFailsAndNeverSpeaksBack(string path)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        foreach (var code in Codes)
        {
            var response = await client.GetAsync($"{path}?l={Uri.EscapeDataString(code)}&at={Uri.EscapeDataString(code)}&mark=sent&on=2025-05-27&person=0&country={Uri.EscapeDataString(code)}");

            Assert.True(response.StatusCode is HttpStatusCode.OK, $"{(int)response.StatusCode}: {code}");
            Assert.DoesNotContain("<>'", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
