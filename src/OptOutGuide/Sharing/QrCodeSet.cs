namespace OptOutGuide.Sharing;

/// <summary>The QR codes that a page holds so far: each address is encoded once, then referred to by its id.</summary>
internal sealed class QrCodeSet
{
    private readonly Dictionary<Uri, (string Id, int Size)> _codes = [];

    /// <summary>The code if it is on the page already; null for a new address.</summary>
    public (string Id, int Size)? Find(Uri address) => _codes.TryGetValue(address, out var code) ? code : null;

    /// <summary>Adds a code.</summary>
    /// <returns>The id for its element.</returns>
    public string Add(Uri address, int size)
    {
        var id = $"qr-{_codes.Count + 1}";
        _codes.Add(address, (id, size));
        return id;
    }
}
