namespace OptOutGuide.Content.Guides;

/// <summary>What an objection can be about: an entry of <c>content/services.yml</c>.</summary>
/// <param name="Id">Its name in front matter and in addresses: <c>facebook</c>.</param>
/// <param name="Code">The letter that stands for it in the text form of a list; never changed once published.</param>
/// <param name="Order">Its place among the services, from 0.</param>
/// <param name="IsOptional">There is no objection of its own, only a request that is each visitor's choice and is not counted.</param>
/// <param name="HasPages">Whoever manages a Page does so with an account of this service.</param>
/// <param name="Domains">The sites, beside Meta's, to which the forms of its guide may lead.</param>
/// <param name="Image">Accompanies the name, never replaces it.</param>
public sealed record Service(string Id, char Code, int Order, ServiceKind Kind, bool IsOptional, bool HasPages, IReadOnlyList<string> Domains, LocalizedText Name, Html Image)
{
    /// <summary>Content that was read again has new records of the same services.</summary>
    public bool Equals(Service? other) => Id == other?.Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Id;
}

public enum ServiceKind
{
    /// <summary>Accounts that may be in an Accounts Centre.</summary>
    Account,

    /// <summary>A request that belongs to no such account; a person makes it once.</summary>
    Request,
}
