namespace OptOutGuide.Checklists;

/// <summary>Services that an operation names by their letters, each once: <c>fiw</c>. Never empty.</summary>
public sealed record ServiceSet(IReadOnlyList<Service> All)
{
    /// <summary>Null where a letter stands for no service, or stands twice.</summary>
    public static ServiceSet? Parse(string codes, ServiceCatalog services)
    {
        Service[] all = [.. codes.Select(services.Find).OfType<Service>().Distinct()];
        return all.Length == codes.Length && all.Length > 0 ? new(all) : null;
    }

    public bool Equals(ServiceSet? other) => other is not null && All.SequenceEqual(other.All);

    public override int GetHashCode() => All.Count;

    public override string ToString() => string.Concat(All.Select(service => service.Code));
}
