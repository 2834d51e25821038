namespace OptOutGuide.Configuration;

internal static class ConfigurationSetup
{
    /// <summary>The settings under <c>Site</c>, checked at start, and the clock.</summary>
    public static void AddSiteOptions(this WebApplicationBuilder builder, TimeProvider time)
    {
        builder.Services.AddOptions<SiteOptions>().BindConfiguration("Site").ValidateDataAnnotations().Validate<IHostEnvironment>(SiteOptions.HasAddress, SiteOptions.AddressMissing).ValidateOnStart();
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<SiteClock>();
    }
}
