namespace OptOutGuide.Content.Loading;

/// <summary>When outside addresses last answered, from the report of <c>check --links</c>, where the folder has one. JSON is YAML too.</summary>
internal sealed class LinkAnswers(MergedFolder folder, DateOnly today)
{
    private readonly YamlReader? _addresses = folder.Has(OutsideLink.ReportFile) ? folder.Map(OutsideLink.ReportFile)?.Map("addresses") : null;

    /// <param name="address">As <see cref="Uri.AbsoluteUri"/> writes it.</param>
    public DateOnly? Of(Uri address) =>
        _addresses?.Has(address.AbsoluteUri) is true && _addresses.Map(address.AbsoluteUri) is { } visit && visit.Has("answered") ? visit.DateUntil("answered", today) : null;
}
