using System.Security.Cryptography;
using System.Text;

namespace OptOutGuide.Content.Loading;

/// <summary>
/// A hash of the names and bytes of the content folders: twelve hexadecimal digits, the same on every node with the same files.
/// </summary>
public static class ContentVersion
{
    public static string Of(ContentLayers folders)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            foreach (var tree in ContentTree.List(folders, ProblemList.Unreported()))
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{tree.Files.Count}\n"));
                foreach (var file in tree.Files)
                {
                    using var bytes = file.Open();
                    hash.AppendData(Encoding.UTF8.GetBytes(file.Name));
                    hash.AppendData(SHA256.HashData(bytes));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Changed while it was read: the next check of the folder reads it again.
            hash.AppendData(Encoding.UTF8.GetBytes(exception.GetType().Name));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
