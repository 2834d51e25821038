namespace OptOutGuide.Site;

/// <summary>Marks a request whose response goes into the cache: rendered once for everybody, in the cache's own slot.</summary>
internal sealed class CacheFill
{
    private CacheFill()
    {
    }

    public static CacheFill Mark { get; } = new();
}
