using System.Security.Cryptography;
using System.Text;

namespace OptOutGuide.Content.Loading;

public static class ContentFingerprint
{
    /// <summary>Changes whenever the path, size or time of a file of the folders changes.</summary>
    public static string Of(ContentLayers folders)
    {
        var state = new StringBuilder();
        var problems = new ProblemList();
        try
        {
            foreach (var tree in ContentTree.List(folders, problems))
            {
                state.AppendLine(tree.Root);
                foreach (var file in tree.Files)
                {
                    state.Append(file.Name).Append(file.Path).Append(file.Length).Append(file.LastWriteUtc.Ticks).AppendLine();
                }
            }

            state.AppendJoin('\n', problems.Sorted);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Missing or partly replaced: a different fingerprint until the folder can be read again.
            state.Append(exception.GetType().Name);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state.ToString())));
    }
}
