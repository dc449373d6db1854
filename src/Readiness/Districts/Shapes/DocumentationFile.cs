using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Readiness.Districts.Shapes;

/// <summary>The summaries of an XML documentation file, by documentation id, as plain text.</summary>
internal sealed partial class DocumentationFile
{
    private readonly FrozenDictionary<string, XElement> members;

    private DocumentationFile(IEnumerable<XElement> members) =>
        this.members = members.ToFrozenDictionary(member => member.Attribute("name")?.Value ?? string.Empty, StringComparer.Ordinal);

    /// <summary>The file of an assembly; without entries if it was not installed beside it or cannot be read.</summary>
    public static DocumentationFile Beside(Assembly assembly)
    {
        string path = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
        try
        {
            return new DocumentationFile(File.Exists(path) ? XDocument.Load(path).Descendants("member") : []);
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            // Descriptions are a courtesy: without them the schema says the same.
            return new DocumentationFile([]);
        }
    }

    /// <summary>What the file says about a type.</summary>
    public string? Of(Type type) => Find($"T:{type.FullName}") is { } member ? Plain(member.Element("summary")) : null;

    /// <summary>What the file says about a property, or about the parameter of the positional record that it comes from.</summary>
    public string? Of(PropertyInfo property) =>
        Find($"P:{property.DeclaringType!.FullName}.{property.Name}")?.Element("summary") is { } summary
            ? Plain(summary)
            : Plain(Find($"T:{property.DeclaringType!.FullName}")?.Elements("param")
                .FirstOrDefault(parameter => parameter.Attribute("name")?.Value == property.Name));

    private XElement? Find(string id) => members.GetValueOrDefault(id);

    private static string? Plain(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        IEnumerable<string> parts = element.DescendantNodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { IsEmpty: true } mention => Mention(mention),
            _ => string.Empty,
        });
        return Blank().Replace(string.Concat(parts), " ").Trim();
    }

    /// <summary>A reference to a member is read as the member's name in the document.</summary>
    private static string Mention(XElement element)
    {
        string target = (element.Attribute("cref") ?? element.Attribute("name") ?? element.Attribute("langword"))?.Value ?? string.Empty;
        string name = target[(target.LastIndexOfAny(['.', ':']) + 1)..];
        return name.Length == 0 ? name : string.Concat(char.ToLowerInvariant(name[0]).ToString(), name.AsSpan(1));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
