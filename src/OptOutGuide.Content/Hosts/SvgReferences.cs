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
    private const long TooMany = MaxShapes + 1;
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
        var styles = root.Descendants().Where(element => element.Name.LocalName == "style").Select(style => style.Value).ToArray();
        var attributes = root.DescendantsAndSelf().Attributes().ToArray();
        return attributes.Select(attribute => attribute.Value).Concat(styles).Any(text => text.Contains("var(", StringComparison.OrdinalIgnoreCase))
            ? "a style here uses var(), which hides what is drawn; write the value itself"
            : attributes.SelectMany(IdsIn).Concat(styles.SelectMany(IdsIn)).FirstOrDefault(id => !PlainId().IsMatch(id)) is { } unclear
            ? $"\"#{unclear}\" is not the plain name of a part; write ids in letters, digits, \"-\", \"_\", \".\" and \":\" only"
            : styles.SelectMany(IdsIn).SelectMany(references.Find).Any()
            ? "a <style> here names a part that is no gradient; write clip-path, mask and the like as attributes (\"presentation attributes\" in drawing programs)"
            : references.Count(root, depth: 0) > MaxShapes
            ? $"this picture draws more than {MaxShapes} shapes, or a part within itself, by reference; draw it with fewer"
            : null;
    }

    /// <summary>How many shapes an element draws, at most <see cref="TooMany"/>, which is also the count of an element that refers to itself.</summary>
    private long Count(XElement element, int depth)
    {
        if (_counts.TryGetValue(element, out var known))
        {
            return known;
        }

        _counts[element] = TooMany;
        return _counts[element] = depth > MaxDepth ? TooMany : CountParts(element, depth + 1);
    }

    private long CountParts(XElement element, int depth)
    {
        var parts = element.Attributes().SelectMany(IdsIn).SelectMany(Find).ToArray();
        var shapes = 1 + element.Elements().Concat(parts.Where(part => !IsInherited(part))).Sum(part => Count(part, depth));
        // All elements within inherit patterns and markers; a marker is drawn at each point of a path.
        foreach (var part in parts.Where(IsInherited))
        {
            shapes = Math.Min(TooMany, shapes + (part.Name.LocalName == "marker" ? PointsIn(element) : 0)) * (1 + Count(part, depth));
        }

        return Math.Min(TooMany, shapes);
    }

    /// <summary>An upper bound of the points of an element: the length of its path data; with <c>use</c>, which may draw any part, that of the whole picture.</summary>
    private static long PointsIn(XElement element) => (element.DescendantsAndSelf().Any(part => part.Name.LocalName == "use") ? element.AncestorsAndSelf().Last() : element)
        .DescendantsAndSelf().Attributes().Where(attribute => attribute.Name.LocalName is "d" or "points").Sum(attribute => (long)attribute.Value.Length);

    private static bool IsInherited(XElement part) => part.Name.LocalName is "pattern" or "marker";

    private static IEnumerable<string> IdsIn(XAttribute attribute) => attribute.Name.LocalName == "href" ? [attribute.Value[1..].Trim()] : IdsIn(attribute.Value);

    private static IEnumerable<string> IdsIn(string style) => Reference().Matches(style).Select(match => match.Groups["id"].Value.Trim());

    /// <summary>Nothing for a gradient, which draws no shapes.</summary>
    private IEnumerable<XElement> Find(string id) =>
        _parts.TryGetValue(id, out var part) && part.Name.LocalName is not ("linearGradient" or "radialGradient") ? [part] : [];

    [GeneratedRegex("""url\([\s"']*#(?<id>[^"')]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    /// <summary>Browsers also find a part by its name with escapes (<c>%61</c>) or with tabs in it.</summary>
    [GeneratedRegex(@"^[\p{L}\p{Nd}_.:-]+$")]
    private static partial Regex PlainId();
}
