namespace OptOutGuide.Tests.Support;

/// <summary>The services of the content of the repository, and its lists.</summary>
internal static class ShippedServices
{
    public static ServiceCatalog All => RealContent.Content.Services;

    public static Service Facebook { get; } = All.Find("facebook")!;

    public static Service Instagram { get; } = All.Find("instagram")!;

    public static Service Threads { get; } = All.Find("threads")!;

    public static Service Whatsapp { get; } = All.Find("whatsapp")!;

    public static Service NoAccount { get; } = All.Find("no-account")!;

    public static DecodedChecklist Decode(string? code) => ChecklistCodec.Decode(code, All);
}
