namespace OptOutGuide.Sharing;

/// <summary>The QR codes that a page has drawn so far: each address is drawn once, then referred to by its id.</summary>
internal sealed class QrCodeSet
{
    private readonly Dictionary<Uri, (string Id, int Size)> _drawn = [];

    /// <summary>The code as it was drawn before; null for a new address.</summary>
    public (string Id, int Size)? Find(Uri address) => _drawn.TryGetValue(address, out var drawn) ? drawn : null;

    /// <summary>Remembers a code that is being drawn.</summary>
    /// <returns>The id for its element.</returns>
    public string Add(Uri address, int size)
    {
        var id = $"qr-{_drawn.Count + 1}";
        _drawn.Add(address, (id, size));
        return id;
    }
}
