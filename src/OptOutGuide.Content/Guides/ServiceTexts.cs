namespace OptOutGuide.Content.Guides;

public sealed record ServiceTexts : ITexts
{
    public static string Section => "services";

    public required string Facebook { get; init; }
    public required string Instagram { get; init; }
    public required string Threads { get; init; }
    public required string Whatsapp { get; init; }
    public required string NoAccount { get; init; }

    public string Name(Service service) => service switch
    {
        Service.Facebook => Facebook,
        Service.Instagram => Instagram,
        Service.Threads => Threads,
        Service.Whatsapp => Whatsapp,
        _ => NoAccount,
    };
}
