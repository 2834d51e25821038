using System.Buffers.Binary;
using System.Text;

namespace OptOutGuide.Tests.Support;

/// <summary>The size of a PNG file and its text chunks by keyword.</summary>
internal sealed record Png(int Width, int Height, IReadOnlyDictionary<string, string> Texts, long Bytes)
{
    private const int Signature = 8;

    /// <param name="file">Below <c>wwwroot</c>.</param>
    public static Png Read(string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, "src/OptOutGuide/wwwroot", file));
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = Signature; at < bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            if (Encoding.Latin1.GetString(bytes, at + 4, 4) == "tEXt")
            {
                var parts = Encoding.Latin1.GetString(bytes, at + 8, length).Split('\0');
                texts[parts[0]] = parts[1];
            }

            at += length + 12;
        }

        return new(BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)), texts, bytes.Length);
    }
}
