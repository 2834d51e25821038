using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using OptOutGuide;
using OptOutGuide.Operations;

// The slim builder leaves out what no host of this site uses, such as IIS: a quicker start in less memory.
var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseKestrelHttpsConfiguration();
if (builder.Environment.IsDevelopment())
{
    builder.WebHost.UseStaticWebAssets();
}

if (Commands.AreIn(args))
{
    return await Commands.RunAsync(args, builder.Configuration, builder.Environment);
}

if (!PreviewTime.TryRead(builder.Configuration["Clock:Now"], builder.Environment.IsProduction(), out var time, out var clockFault))
{
    Console.Error.WriteLine(clockFault);
    return 2;
}

builder.Services.AddOptions<SiteOptions>().BindConfiguration("Site").ValidateDataAnnotations().ValidateOnStart();
builder.AddQuietLog();
builder.AddTelemetry();

// A site that names its own address answers under it, and always on the machine itself, where its health is asked.
builder.Services.AddOptions<HostFilteringOptions>().PostConfigure<IOptions<SiteOptions>>((hosts, site) =>
{
    if (site.Value.BaseAddress is { } address)
    {
        hosts.AllowedHosts = [.. hosts.AllowedHosts, address.Host];
    }

    hosts.AllowedHosts = [.. hosts.AllowedHosts, "localhost", "127.0.0.1", "[::1]"];
});

builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, SecurityHeaders.Outermost>());
builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<SiteOptions>>(RequestLimits.Configure);
builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SiteOptions>, IOptions<HostFilteringOptions>>(TrustedProxies.Configure);
builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<SiteOptions>>(ClientLimits.Configure);
builder.Services.AddRateLimiter(_ => { });
// A request runs on the thread pool thread that read it, without a second dispatch.
builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
builder.Services.AddSingleton<IMemoryPoolFactory<byte>, ConnectionBuffers>();
builder.Services.AddSingleton<HubDoor>();
builder.Services.AddSingleton(time);
builder.Services.AddSingleton<SiteClock>();
builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<ContentLibrary>(
    services, services.GetRequiredService<IOptions<SiteOptions>>().Value.ContentPath(builder.Environment)));
builder.Services.AddSingleton<ContentWatch>();
builder.Services.AddHostedService(services => services.GetRequiredService<ContentWatch>());
builder.Services.AddHealthChecks().AddCheck<ContentHealth>("content");
builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(RequestLimits.Configure);
CircuitLimits.AddTo(builder.Services);
builder.Services.AddSingleton<IAntiforgery, NoAntiforgery>();
builder.Services.AddKeyRing();
builder.Services.AddDraining();
// The pages hold no secret that their size could tell of, nor does the script with their words (offline.js), so they are
// compressed under https too.
builder.Services.AddResponseCompression(compression =>
{
    compression.EnableForHttps = true;
    compression.MimeTypes = ["text/html", "text/javascript"];
});
builder.Services.AddScoped<CircuitHandler, CircuitReturns>();
// Accents as they are: entities would weigh down every page.
builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));

WebApplication app;
try
{
    app = builder.Build();
    _ = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value;
}
catch (OptionsValidationException invalid)
{
    await Console.Error.WriteLineAsync(string.Join('\n', invalid.Failures));
    return 2;
}

app.StartTelemetry();

// Read while the rest is put together.
var library = app.Services.GetRequiredService<ContentLibrary>();
var reading = Task.Run(library.Reload);

if (!KeyRing.TryOpen(app, out var keysFault))
{
    await Console.Error.WriteLineAsync(keysFault);
    return 2;
}

app.UseForwardedHeaders();
app.UseExceptionHandler(fault => fault.Run(SitePages.AnswerFaultAsync));
app.UseMiddleware<PageCache>();
app.Use(NamelessRequest.NameAsync);
app.UseWhen(HubDoor.LeadsTo, hub => hub.Use(app.Services.GetRequiredService<HubDoor>().PassAsync));
app.UseWhen(ClientLimits.Cover, covered => covered.UseRateLimiter());
app.UseResponseCompression();
app.UseRouting();
// Nobody signs in; but where it is not named here, the framework puts it before everything.
app.UseAuthorization();
app.MapStaticAssets();
app.MapBlazorHub(hub => hub.Transports = HttpTransportType.WebSockets);
app.MapHealthPages();
app.MapSitePages();

// Content before visitors: a site that would say something wrong does not start.
if (!await reading)
{
    await app.DisposeAsync();
    return CheckCommand.Run(library.Folder);
}

// What reading left behind is given back before visitors come, not once memory is short.
GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
try
{
    await app.RunAsync();
    return 0;
}
catch (IOException fault) when (fault.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{fault.Message} Stop the other program, or choose another address with --urls or ASPNETCORE_HTTP_PORTS.");
    return 2;
}
