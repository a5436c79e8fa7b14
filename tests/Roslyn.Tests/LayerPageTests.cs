using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ShapeGen;
using ShapeGen.Layers;
using Testing;

namespace Roslyn.Tests;

/// <summary>docs/layers.md is what the attributes and their documentation say. SHAPEGEN_UPDATE_SNAPSHOTS=1 writes it.</summary>
public sealed partial class LayerPageTests
{
    private static readonly Dictionary<string, string> _documentation = XDocument
        .Load(Path.ChangeExtension(typeof(NetworkAttribute).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(m => m.Attribute("name")!.Value, m => Text(m.Element("summary")));

    [Fact]
    public void The_page_lists_every_layer_as_it_is()
    {
        var path = Repository.PathOf("docs", "layers.md");
        if (Environment.GetEnvironmentVariable("SHAPEGEN_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, Page());
        }

        Assert.Equal(Page(), File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_layer_has_an_attribute_and_every_attribute_a_layer()
    {
        var attributes = typeof(NetworkAttribute)
            .Assembly.GetExportedTypes()
            .Where(t => t.IsSubclassOf(typeof(LayerAttribute)) && !t.IsAbstract);
        Assert.Equal(LayerCatalog.All.Select(l => l.Name).Order(), attributes.Select(NameOf).Order());
    }

    [Fact]
    public void Every_argument_of_an_attribute_is_a_parameter_of_its_layer()
    {
        // What a block takes is its own affair, and what a Shortcut adds is not written.
        foreach (var layer in LayerCatalog.All.Where(l => l.Name is not (LayerCatalog.Block or LayerCatalog.Shortcut)))
        {
            var type = TypeOf(layer);
            var written = type.GetConstructors()
                .SelectMany(c => c.GetParameters())
                .Select(p => p.Name!)
                .Concat(Properties(type).Select(p => p.Name))
                .Where(name => name != "name")
                .ToArray();
            Assert.All(written, name => Assert.NotNull(layer.Find(char.ToUpperInvariant(name[0]) + name[1..])));
            Assert.All(
                layer.Parameters,
                p => Assert.Contains(written, name => layer.Find(char.ToUpperInvariant(name[0]) + name[1..]) == p)
            );
        }
    }

    private static string Page()
    {
        var text = new StringBuilder();
        text.Append("# Layers\n\n");
        text.Append(
            "Every layer also takes `Name` and `If`. Sizes that are left out are inferred; those that are stated are checked. Named arguments are shown with their defaults, constructors with what they need. A list for each axis has the plural: `Strides` beside `Stride`. The [guide](guide.md) has examples. This page is made from the code.\n\n"
        );
        text.Append("| Layer | What it does | Constructors | Named arguments | Limits |\n|---|---|---|---|---|\n");
        foreach (var layer in LayerCatalog.All)
        {
            var type = TypeOf(layer);
            var constructors = type.GetConstructors()
                .OrderBy(c => c.GetParameters().Length)
                .Select(c =>
                    $"`{layer.Name}{(type.IsGenericType ? "<T>" : "")}({string.Join(", ", c.GetParameters().Select(Parameter))})`"
                );
            var properties = Properties(type).Select(p => $"`{p.Name}{Default(layer, p)}`");
            text.Append(
                $"| **{layer.Name}** | {_documentation[$"T:{type.FullName}"]} | {string.Join("<br>", constructors)} | {string.Join(", ", properties)} | {Limits(layer)} |\n"
            );
        }

        return text.ToString();
    }

    /// <summary>What a named argument is where it is not written, and so what type it has.</summary>
    private static string Default(LayerDefinition layer, PropertyInfo property) =>
        layer.Parameters.FirstOrDefault(p => p.Name == property.Name) switch
        {
            FlagParameter flag => $" = {(flag.Default ? "true" : "false")}",
            NumberParameter { Default: var number } when double.IsFinite(number) => string.Create(
                CultureInfo.InvariantCulture,
                $" = {number:G4}"
            ),
            SizeParameter { Default: { } size } => $" = {size}",
            SizesParameter { Default: { } size } => $" = {size}",
            DimParameter { Default: { } dim } => $" = {dim}",
            PaddingParameter => " = 0",
            ChoiceParameter choice => $" = {property.PropertyType.Name}.{choice.Read(default)}",
            OperandParameter => " = \"…\"",
            _ => "",
        };

    /// <summary>The bounds of the parameters, those of one bound together.</summary>
    private static string Limits(LayerDefinition layer) =>
        string.Join(
            "; ",
            layer
                .Parameters.Where(p => p.Constraint is not null)
                .GroupBy(p => p.Constraint)
                .Select(g => $"{string.Join(", ", g.Select(p => $"`{p.Name}`"))}{(IsSign(g.Key![0]) ? " " : ": ")}{g.Key}")
        );

    private static bool IsSign(char first) => first is '≥' or '>' or '≠';

    private static Type TypeOf(LayerDefinition layer) =>
        typeof(NetworkAttribute).Assembly.GetExportedTypes().Single(t => t.IsSubclassOf(typeof(LayerAttribute)) && NameOf(t) == layer.Name);

    private static string NameOf(Type attribute) => attribute.Name.Split('`')[0][..^"Attribute".Length];

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties().Where(p => p.CanWrite && p.DeclaringType != typeof(Attribute) && p.DeclaringType != typeof(LayerAttribute));

    private static string Parameter(ParameterInfo parameter)
    {
        var type =
            parameter.ParameterType == typeof(int) ? "int"
            : parameter.ParameterType == typeof(int[]) ? "int[]"
            : parameter.ParameterType == typeof(string) ? "string"
            : parameter.ParameterType == typeof(object[]) ? "object[]"
            : parameter.ParameterType == typeof(string[]) ? "string[]"
            : "double";
        var isParams = parameter.GetCustomAttribute<ParamArrayAttribute>() is not null;
        return $"{(isParams ? "params " : "")}{type} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue}" : "")}";
    }

    private static string Text(XElement? element) =>
        element is null
            ? ""
            : Spaces()
                .Replace(
                    string.Concat(
                        element
                            .Nodes()
                            .Select(n =>
                                n is XElement e
                                    ? (e.Attribute("cref")?.Value.Split('.')[^1] is { } cref ? $"`{cref}`" : $"`{e.Value}`")
                                    : n.ToString()
                            )
                    ),
                    " "
                )
                .Trim()
                .Replace("&gt;", ">", StringComparison.Ordinal)
                .Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
