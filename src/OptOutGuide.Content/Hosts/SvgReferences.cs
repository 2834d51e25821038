using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OptOutGuide.Content.Hosts;

/// <summary>
/// The parts of an SVG that are drawn by reference: by <c>use</c>, patterns, masks, clip paths. Each may refer on, so that a few
/// lines draw a billion shapes in every visitor's browser.
/// </summary>
internal sealed partial class SvgReferences
{
    private const long MaxShapes = 10_000;
    private const int MaxDepth = 100;

    private readonly Dictionary<string, XElement> _parts = new(StringComparer.Ordinal);
    private readonly Dictionary<XElement, long> _counts = [];

    private SvgReferences(XElement root)
    {
        foreach (var part in root.DescendantsAndSelf())
        {
            _parts.TryAdd((string?)part.Attribute("id") ?? "", part);
        }
    }

    /// <returns>What is wrong and what to do; null for nothing.</returns>
    public static string? ErrorIn(XElement root)
    {
        var references = new SvgReferences(root);
        return root.Descendants().Where(element => element.Name.LocalName == "style").Any(style => references.In(style.Value).Any())
            ? "a <style> here names a part that is no gradient; write clip-path, mask and the like as attributes (\"presentation attributes\" in drawing programs)"
            : references.Count(root, depth: 0) > MaxShapes
            ? $"this picture draws more than {MaxShapes} shapes, or a part within itself, by reference; draw it with fewer"
            : null;
    }

    /// <summary>The shapes that an element draws. Too many for a part within itself, whose end would not come.</summary>
    private long Count(XElement element, int depth)
    {
        if (_counts.TryGetValue(element, out var known))
        {
            return known;
        }

        _counts[element] = MaxShapes + 1;
        return _counts[element] = depth > MaxDepth ? MaxShapes + 1
            : 1 + element.Elements().Concat(element.Attributes().SelectMany(ReferredTo)).Sum(part => Math.Min(MaxShapes + 1, Count(part, depth + 1)));
    }

    private IEnumerable<XElement> ReferredTo(XAttribute attribute) => attribute.Name.LocalName == "href" ? Find(attribute.Value.TrimStart('#')) : In(attribute.Value);

    private IEnumerable<XElement> In(string style) => Reference().Matches(style).SelectMany(match => Find(match.Groups["id"].Value));

    /// <summary>Nothing for a gradient, which draws no shapes.</summary>
    private IEnumerable<XElement> Find(string id) =>
        _parts.TryGetValue(id, out var part) && part.Name.LocalName is not ("linearGradient" or "radialGradient") ? [part] : [];

    [GeneratedRegex("""url\(\s*["']?#(?<id>[^"')\s]+)""")]
    private static partial Regex Reference();
}
