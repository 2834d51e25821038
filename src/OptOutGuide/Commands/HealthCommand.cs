namespace OptOutGuide.Commands;

/// <summary>
/// Asks the site on this machine whether it is ready, for containers that have neither a shell nor curl. Ends
/// with 0 when it is, 1 when it is not or does not answer.
/// </summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync(IConfiguration configuration)
    {
        using var client = new HttpClient { Timeout = Timeout };
        try
        {
            using var answer = await client.GetAsync(new Uri(Address(configuration), "/health/ready"));
            Console.WriteLine(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            Console.WriteLine($"No answer: {exception.Message}");
            return 1;
        }
    }

    /// <summary>The address at which the site listens on this machine with the same settings.</summary>
    public static Uri Address(IConfiguration configuration)
    {
        var listens = configuration["urls"]?.Split(';')[0] ?? $"http://*:{configuration["http_ports"]?.Split(';')[0] ?? "5000"}";
        var port = BindingAddress.Parse(listens).Port;
        return new Uri($"http://127.0.0.1:{port}/");
    }
}
