namespace OptOutGuide.Content.Guides;

/// <summary>The services of the content, in their order.</summary>
public sealed class ServiceCatalog(IReadOnlyList<Service> all)
{
    /// <summary>Letters that mean something else after a service's in a list: sent, confirmed, refused.</summary>
    public const string ReservedCodes = "scr";

    /// <summary>Id of the request made by people without an account.</summary>
    private const string NoAccountId = "no-account";

    private readonly Dictionary<string, Service> _byId = all.ToDictionary(service => service.Id, StringComparer.Ordinal);
    private readonly Dictionary<char, Service> _byCode = all.ToDictionary(service => service.Code);

    public IReadOnlyList<Service> All { get; } = all;

    public IReadOnlyList<Service> Accounts { get; } = [.. all.Where(service => service.Kind is ServiceKind.Account)];

    public IReadOnlyList<Service> Requests { get; } = [.. all.Where(service => service.Kind is ServiceKind.Request)];

    /// <summary>What somebody may use: all but the request of those who have no account.</summary>
    public IReadOnlyList<Service> Used { get; } = [.. all.Where(service => service.Id != NoAccountId)];

    /// <summary>Null where a host's own content leaves it out.</summary>
    public Service? NoAccount => Find(NoAccountId);

    public Service? Find(string id) => _byId.GetValueOrDefault(id);

    public Service? Find(char code) => _byCode.GetValueOrDefault(code);
}
