using System.Buffers.Binary;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace OptOutGuide.Content.Hosts;

/// <summary>A picture of the host's: SVG or PNG.</summary>
/// <param name="Width">In pixels, or in the units of the SVG.</param>
public sealed record HostPicture(HostAsset Asset, double Width, double Height)
{
    public bool IsVector => Asset.ContentType == SvgType;

    private const string SvgType = "image/svg+xml";

    private const int MaxBytes = 200 * 1024;

    /// <summary>Pixels. The largest picture of the site is a share card, 1,200 wide.</summary>
    private const int MaxSide = 2000;

    private static readonly byte[] PngStart = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>What an SVG may be drawn with: no script, no page within, nothing that changes addresses later.</summary>
    private static readonly string[] RefusedElements =
        ["script", "foreignObject", "iframe", "object", "embed", "image", "a", "audio", "video", "canvas", "animate", "animateMotion", "animateTransform", "set", "handler", "listener"];

    /// <returns>The picture, or what is wrong with the file and what to do.</returns>
    public static (HostPicture? Picture, string? Error) Read(string name, byte[] bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return (null, $"this picture has {bytes.Length / 1024} kB, over {MaxBytes / 1024}; every visitor would load it, so make it smaller");
        }

        return name.EndsWith(".svg", StringComparison.Ordinal) ? ReadSvg(name, bytes) : ReadPng(name, bytes);
    }

    private static (HostPicture?, string?) ReadPng(string name, byte[] bytes)
    {
        if (bytes.Length < 33 || !bytes.AsSpan(0, PngStart.Length).SequenceEqual(PngStart))
        {
            return (null, "this is not a PNG file; save it as one");
        }

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(20)));
        return width is 0 or > MaxSide || height is 0 or > MaxSide
            ? (null, $"this picture has {width} by {height} pixels, over {MaxSide} a side; a phone unpacks them all, so make it smaller")
            : (new(new(name, "image/png", bytes), width, height), null);
    }

    private static (HostPicture?, string?) ReadSvg(string name, byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var document = XDocument.Load(reader);
            return ErrorIn(document) is { } error ? (null, error)
                : SizeOf(document.Root!) is not (var width, var height) ? (null, "the <svg> has no size; give it a viewBox such as \"0 0 120 40\"")
                : (new(new(name, SvgType, bytes), width, height), null);
        }
        catch (XmlException exception)
        {
            return (null, $"this is not an SVG file ({exception.Message}); save it as plain SVG, without a DOCTYPE");
        }
    }

    private static string? ErrorIn(XDocument document)
    {
        if (document.Root!.Name != XName.Get("svg", "http://www.w3.org/2000/svg"))
        {
            return "this is not an SVG file; it begins with <svg xmlns=\"http://www.w3.org/2000/svg\">";
        }

        if (document.DescendantNodes().OfType<XProcessingInstruction>().FirstOrDefault() is { } instruction)
        {
            return $"<?{instruction.Target}?> may load other files; remove it";
        }

        return document.Descendants().Select(ErrorIn).FirstOrDefault(error => error is not null) ?? SvgReferences.ErrorIn(document.Root!);
    }

    private static string? ErrorIn(XElement element)
    {
        if (RefusedElements.Contains(element.Name.LocalName, StringComparer.OrdinalIgnoreCase))
        {
            return $"<{element.Name.LocalName}> is not allowed in a picture here; draw it with plain shapes";
        }

        if (element.Name.NamespaceName == "http://www.w3.org/1999/xhtml")
        {
            return $"<{element.Name.LocalName}> is HTML; draw it with plain shapes";
        }

        if (element.Name.LocalName == "style" && OutsideStyle(element.Value) is { } style)
        {
            return style;
        }

        return element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Select(ErrorIn).FirstOrDefault(error => error is not null);
    }

    private static string? ErrorIn(XAttribute attribute) => attribute.Name.LocalName switch
    {
        ['o' or 'O', 'n' or 'N', ..] name => $"\"{name}\" would run a script; remove it",
        "href" or "src" when !attribute.Value.StartsWith('#') => $"\"{attribute.Name.LocalName}={Shortened(attribute.Value)}\" leads out of the picture; draw what it shows into it",
        _ => OutsideStyle(attribute.Value),
    };

    /// <summary>A style may name parts of the picture itself, <c>url(#id)</c>. An escape could hide anything else.</summary>
    private static string? OutsideStyle(string text) =>
        text.Contains("@import", StringComparison.OrdinalIgnoreCase) || text.Contains('\\', StringComparison.Ordinal) || text.Contains("image-set(", StringComparison.OrdinalIgnoreCase)
        || text.ToLowerInvariant().Split("url(").Skip(1).Any(target => !target.TrimStart(' ', '"', '\'').StartsWith('#'))
            ? $"\"{Shortened(text)}\" loads another file; draw what it shows into the picture"
            : null;

    private static (double Width, double Height)? SizeOf(XElement root)
    {
        var box = ((string?)root.Attribute("viewBox") ?? $"0 0 {(string?)root.Attribute("width")} {(string?)root.Attribute("height")}").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return box is [_, _, var width, var height] && Number(width) is { } wide && Number(height) is { } high ? (wide, high) : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text.EndsWith("px", StringComparison.Ordinal) ? text[..^2] : text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000 ? number : null;

    private static string Shortened(string text) => text.Length > 60 ? $"{text[..60]}…" : text;
}
