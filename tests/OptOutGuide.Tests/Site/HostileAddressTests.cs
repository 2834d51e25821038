using System.Net;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace OptOutGuide.Tests.Site;

[Collection("site")]
public sealed class HostileAddressTests(RunningSite site) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = site.Address };

    public void Dispose() => _client.Dispose();

    /// <summary>A form says where on the page to return to; that word goes into a header.</summary>
    [Theory]
    [InlineData("%0D%0AX-Injected%3A1")]
    [InlineData("%00")]
    [InlineData("%C3%A9")]
    [InlineData("%3Ci9x%3E")]
    public async Task Change_ReturningToAHostilePlace_IsMadeAllTheSame(string place)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };

        var response = await client.GetAsync($"/fr/ma-liste?l=1.Lf&do=country.0.FR&who={place}&open={place}&do=sent.{place}&own={place}");

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal("/fr/ma-liste?l=1.CFR-Lf#part-0", response.Headers.Location?.OriginalString);
        Assert.False(response.Headers.Contains("X-Injected"));
    }

    [Property(MaxTest = 2000, Arbitrary = [typeof(HostileAddresses)])]
    public async Task Address_Hostile_NeverFailsAndNeverSpeaksBack(HostileAddress address)
    {
        var code = Uri.EscapeDataString(address.Code);

        var response = await _client.GetAsync($"{address.Path}?l={code}&at={code}&mark=sent&on=2025-05-27&person=0&country={code}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("<i9x", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public sealed record HostileAddress(string Path, string Code);

    /// <summary>Lists cut short, with something slipped in, or of nothing but noise.</summary>
    private static class HostileAddresses
    {
        private const string Good = "1.CFR-Lfs250522c250523it-Uff-Rws250522.Nfi-Rn";

        private static readonly Gen<string> Noise = Gen.Elements(["<i9x>", .. "1.LNURCfitwnscr-0123456789%<>'\"&/\\é\0 ".Select(character => character.ToString())]);

        private static readonly Gen<string> Codes = Gen.OneOf(
            Gen.Choose(0, Good.Length - 1).Select(length => Good[..length]),
            from position in Gen.Choose(0, Good.Length)
            from slipped in Noise
            select Good.Insert(position, slipped),
            from length in Gen.Choose(1, 300)
            from noise in Noise.ArrayOf(length)
            select string.Concat(noise));

        public static Arbitrary<HostileAddress> Any { get; } = Arb.From(
            from path in Gen.Elements("/fr/ma-liste", "/fr/ma-liste/imprimer", "/fr/ma-liste/partager", "/fr/reminders.ics", "/fr/list.json")
            from code in Codes
            select new HostileAddress(path, code),
            address => ArbMap.Default.ArbFor<string>().Shrinker(address.Code).Select(code => address with { Code = code }));
    }
}
