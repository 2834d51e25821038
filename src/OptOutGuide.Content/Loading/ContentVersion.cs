using System.Security.Cryptography;
using System.Text;

namespace OptOutGuide.Content.Loading;

/// <summary>
/// A hash of the names and bytes of a content folder: twelve hexadecimal digits, the same on every node with the same files.
/// </summary>
public static class ContentVersion
{
    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            foreach (var file in ContentTree.Read(folder, new ProblemList()).Files)
            {
                using var bytes = file.Open();
                hash.AppendData(Encoding.UTF8.GetBytes(file.Name));
                hash.AppendData(SHA256.HashData(bytes));
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
