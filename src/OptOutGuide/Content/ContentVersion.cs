using System.Security.Cryptography;
using System.Text;

namespace OptOutGuide.Content;

/// <summary>Names a content folder by what it says: twelve hexadecimal digits, the same on every node that holds the same files.</summary>
internal static class ContentVersion
{
    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file)));
                hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Changed again while it was read: the next look of the watch reads it anew.
            hash.AppendData(Encoding.UTF8.GetBytes(fault.GetType().Name));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
