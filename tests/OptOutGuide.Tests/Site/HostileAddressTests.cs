using System.Net;
using FsCheck;
using FsCheck.Fluent;

namespace OptOutGuide.Tests.Site;

[Collection("site")]
public sealed class HostileAddressTests(RunningSite site) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = site.Address };

    public void Dispose() => _client.Dispose();

    /// <summary>A form's value becomes the anchor of a redirect, and so part of a header.</summary>
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

    [SampledProperty(1000, Arbitrary = [typeof(HostileAddresses)])]
    [Trait("Suite", "Sample")]
    public async Task Address_Hostile_NeverFailsAndNeverReflectsInput(HostileAddress address)
    {
        var (code, operation) = (Uri.EscapeDataString(address.Code), Uri.EscapeDataString(address.Operation));

        var response = await _client.GetAsync($"{address.Path}?l={code}&do={operation}&do=sent.0-0-0.on&on={operation}&do=start.0&have={code}&linked={code}&who={code}&open={operation}&country={code}&wrong={code}&own={code}");

        // Not found: a calendar without a reminder.
        Assert.True(response.StatusCode is HttpStatusCode.OK || (response.StatusCode is HttpStatusCode.NotFound && address.Path.EndsWith(".ics", StringComparison.Ordinal)), response.StatusCode.ToString());
        Assert.DoesNotContain("<i9x", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public sealed record HostileAddress(string Path, string Code, string Operation);

    /// <summary>Lists and operations that are truncated, altered or random.</summary>
    private static class HostileAddresses
    {
        private const string Good = "1.CFR-Lfs250522c250523it-Uff-Rws250522.Nfi-Rn";

        private static readonly Gen<string> Noise = Gen.Elements(["<i9x>", .. "1.LNURCfitwnscr-0123456789%<>'\"&/\\é\0 ".Select(character => character.ToString())]);

        private static readonly Gen<string> Operations =
            from good in Gen.Elements("sent.0-1-0.251122", "start.0.unsure.fi", "account.0-1.facebook", "request.0.whatsapp", "link.0-1.not-linked", "country.0.FR", "remove.0-r-1", "date.0-1-0", "person", "clear")
            from altered in Altered(good)
            select altered;

        public static Arbitrary<HostileAddress> Any { get; } = Arb.From(
            from path in Gen.Elements("/fr/ma-liste", "/fr/ma-liste/imprimer", "/fr/ma-liste/partager", "/fr/reminders.ics", "/fr/list.json")
            from code in Gen.Frequency((3, Altered(Good)), (1, Gen.Constant(Good)))
            from operation in Operations
            select new HostileAddress(path, code, operation),
            address => Shrinking.Smaller(address.Code).Select(code => address with { Code = code })
                .Concat(Shrinking.Smaller(address.Operation).Select(operation => address with { Operation = operation })));

        private static Gen<string> Altered(string good) => Gen.OneOf(
            Gen.Choose(0, good.Length - 1).Select(length => good[..length]),
            from position in Gen.Choose(0, good.Length)
            from slipped in Noise
            select good.Insert(position, slipped),
            from length in Gen.Choose(1, 300)
            from noise in Noise.ArrayOf(length)
            select string.Concat(noise));
    }
}
