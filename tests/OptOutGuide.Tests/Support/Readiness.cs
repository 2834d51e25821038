using System.Net.Http.Json;
using System.Text.Json;

namespace OptOutGuide.Tests.Support;

/// <summary>What a site answers at <c>/health/ready</c>.</summary>
internal static class Readiness
{
    public static async Task<string?> StatusAsync(HttpClient client) => (await AskAsync(client)).GetProperty("status").GetString();

    /// <summary>Version, age and problems of the content that is shown.</summary>
    public static async Task<JsonElement> ContentAsync(HttpClient client) => (await AskAsync(client)).GetProperty("content");

    private static Task<JsonElement> AskAsync(HttpClient client) => client.GetFromJsonAsync<JsonElement>("/health/ready");
}
