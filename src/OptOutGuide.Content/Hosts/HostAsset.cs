using System.Security.Cryptography;

namespace OptOutGuide.Content.Hosts;

/// <summary>A file of the host's that the site serves, under an address that changes with it.</summary>
public sealed class HostAsset(string name, string contentType, byte[] bytes)
{
    public const string Folder = "/host/";

    public string Path { get; } = $"{Folder}{Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}/{name}";

    public string ContentType => contentType;

    public ReadOnlyMemory<byte> Bytes => bytes;
}
