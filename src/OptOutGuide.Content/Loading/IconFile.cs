using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace OptOutGuide.Content.Loading;

/// <summary>
/// Reads the icon of a service: plain shapes within 24 by 24. It is written into pages anew from the shapes and measures
/// known here, so that nothing else of a file can reach a visitor.
/// </summary>
internal static partial class IconFile
{
    private const int MaxCharacters = 2000;

    private static readonly Dictionary<string, string[]> Measures = new(StringComparer.Ordinal)
    {
        ["path"] = ["d"],
        ["circle"] = ["cx", "cy", "r"],
        ["rect"] = ["x", "y", "width", "height", "rx", "ry"],
        ["line"] = ["x1", "y1", "x2", "y2"],
    };

    /// <returns>The icon as pages show it, or what is wrong with the file and what to do.</returns>
    public static (Html Icon, string? Error) Read(string svg)
    {
        if (svg.Length > MaxCharacters)
        {
            return (default, $"this icon has {svg.Length} characters, over {MaxCharacters}; draw it with fewer points");
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XDocument.Load(reader).Root!;
            return ErrorIn(root) is { } error ? (default, error) : (Write(root), null);
        }
        catch (XmlException exception)
        {
            return (default, $"this is not an SVG file ({exception.Message}); save it again as plain SVG");
        }
    }

    private static string? ErrorIn(XElement root)
    {
        if (root.Name.LocalName != "svg" || (string?)root.Attribute("viewBox") != "0 0 24 24")
        {
            return "an icon begins with <svg viewBox=\"0 0 24 24\">; draw it within 24 by 24 units";
        }

        if (!root.HasElements)
        {
            return "this icon shows nothing; draw it with path, circle, rect and line";
        }

        return Attributes(root).FirstOrDefault(attribute => attribute.Name != "viewBox") is { } other
            ? $"\"{other.Name.LocalName}\" is not allowed on an icon's <svg>; remove it, since icons have the size and the colour of the text beside them"
            : root.Nodes().Select(ErrorIn).FirstOrDefault(error => error is not null);
    }

    private static string? ErrorIn(XNode node)
    {
        if (node is XComment || (node is XText text && string.IsNullOrWhiteSpace(text.Value)))
        {
            return null;
        }

        if (node is not XElement shape || !Measures.TryGetValue(shape.Name.LocalName, out var measures) || shape.Nodes().Any())
        {
            return $"\"{(node as XElement)?.Name.LocalName ?? node.ToString().Trim()}\" is not allowed in an icon; draw it with empty elements path, circle, rect and line only";
        }

        return Attributes(shape).FirstOrDefault(attribute => attribute.Name.NamespaceName.Length > 0 || !measures.Contains(attribute.Name.LocalName) || !Measure().IsMatch(attribute.Value)) is { } wrong
            ? $"\"{wrong.Name.LocalName}={wrong.Value}\" is not allowed in an icon; a {shape.Name.LocalName} has {string.Join(", ", measures)} only, made of numbers"
            : null;
    }

    private static IEnumerable<XAttribute> Attributes(XElement element) => element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration);

    private static Html Write(XElement root)
    {
        var markup = new StringBuilder("<svg class=\"glyph\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">");
        foreach (var shape in root.Elements())
        {
            markup.Append('<').Append(shape.Name.LocalName);
            foreach (var attribute in Attributes(shape))
            {
                markup.Append(' ').Append(attribute.Name.LocalName).Append("=\"").Append(attribute.Value).Append('"');
            }

            markup.Append(" />");
        }

        return new(markup.Append("</svg>").ToString());
    }

    /// <summary>Numbers, and the letters of a path: nothing that ends an attribute or names another file.</summary>
    [GeneratedRegex(@"^[MmLlHhVvCcSsQqTtAaZz0-9eE .,+\-\s]+\z")]
    private static partial Regex Measure();
}
