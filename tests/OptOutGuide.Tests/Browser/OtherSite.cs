using System.Net;
using System.Text;

namespace OptOutGuide.Tests.Browser;

/// <summary>A page of another origin on this machine, without a security policy of its own.</summary>
internal sealed class OtherSite : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private Task _answering = Task.CompletedTask;

    public string Origin { get; } = $"http://localhost:{FreePort.Next()}";

    /// <summary>The answer to every request.</summary>
    public string Html { get; set; } = "<!DOCTYPE html><title>Other site</title>";

    public static OtherSite Start()
    {
        var site = new OtherSite();
        site._listener.Prefixes.Add(site.Origin + "/");
        site._listener.Start();
        site._answering = site.AnswerAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _answering;
    }

    private async Task AnswerAsync()
    {
        while (true)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Html));
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
