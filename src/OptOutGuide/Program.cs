using OptOutGuide.Caching;
using OptOutGuide.Circuits;
using OptOutGuide.Commands;
using OptOutGuide.Configuration;
using OptOutGuide.Embeds;
using OptOutGuide.Hosting;
using OptOutGuide.LiveContent;
using OptOutGuide.Security;
using OptOutGuide.Site;
using OptOutGuide.Telemetry;

// The slim builder leaves out what this site does not use, such as IIS: it starts sooner in less memory. Settings are read
// once: to watch their files takes one of the few inotify instances of a user, without which the site would not start.
var builder = WebApplication.CreateSlimBuilder([.. CommandLine.SettingsIn(args), "--hostBuilder:reloadConfigOnChange=false"]);
builder.WebHost.UseKestrelHttpsConfiguration();
if (builder.Environment.IsDevelopment())
{
    builder.WebHost.UseStaticWebAssets();
}

if (CommandLine.IsCommand(args))
{
    return await CommandLine.RunAsync(args, builder.Configuration, builder.Environment);
}

if (!PreviewTime.TryRead(builder.Configuration["Clock:Now"], builder.Environment.IsProduction(), out var time, out var error))
{
    return ExitCode.Invalid(error);
}

builder.AddSiteOptions(time);
builder.AddVisitorDataLogFilter();
builder.AddTelemetry();
builder.AddHostFiltering();
builder.AddSecurityHeaders();
builder.AddTrustedProxies();
builder.AddRequestLimits();
builder.AddConnectionTuning();
builder.AddContent(TextCatalog.All);
builder.AddPages();
builder.AddCircuits();
builder.AddSharedDataProtection();
builder.AddGracefulShutdown();

if (!builder.TryBuild(out var app, out error))
{
    return ExitCode.Invalid(error);
}

app.StartTelemetry();
app.WarnOfLowOpenFileLimit();
var loading = Task.Run(app.Services.GetRequiredService<ContentLibrary>().Start); // While the pipeline is built.
if (!DataProtectionSetup.TryOpen(app, out error))
{
    return ExitCode.Invalid(error);
}

app.UseForwardedHeaders();
app.UseErrorPages();
app.UseUnreadLanguages();
app.UseRequestsPerClient();
app.UseEmbedAudience();
app.UseHostAssets();
app.UseMiddleware<PageCache>();
app.UseHostFallback();
app.UseCircuitHubGuard();
app.UseRateLimits();
app.UseRouting();
app.UseAuthorization(); // Nobody signs in, but without this line the framework adds it before all other middleware.
app.MapStaticAssets();
app.MapCircuitHub();
app.MapHealthEndpoints();
app.MapSiteEndpoints();

return await app.FindStartErrorAsync(loading) ?? await app.RunToEndAsync();
