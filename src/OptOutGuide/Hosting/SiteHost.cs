using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using OptOutGuide.Configuration;

namespace OptOutGuide.Hosting;

internal static class SiteHost
{
    /// <summary>Builds the application; false, with what to correct, where a setting is not valid.</summary>
    public static bool TryBuild(this WebApplicationBuilder builder, [NotNullWhen(true)] out WebApplication? app, out string error)
    {
        (app, error) = (null, "");
        try
        {
            app = builder.Build();
            _ = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value;
            return true;
        }
        catch (OptionsValidationException exception)
        {
            error = string.Join('\n', exception.Failures);
            return false;
        }
    }

    /// <returns>The exit code.</returns>
    public static async Task<int> RunToEndAsync(this WebApplication app)
    {
        using var signals = new StopSignals();
        try
        {
            await app.RunAsync();
            return signals.WereReceived ? 0 : ExitCode.UnplannedStop;
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            return ExitCode.Invalid($"{exception.Message} Stop the other program, or choose another address with --urls or ASPNETCORE_HTTP_PORTS.");
        }
    }
}
