using System.Globalization;
using ShapeGen;
using ShapeGen.Layers;

namespace Testing.Layers;

/// <summary>
/// A layer with arguments as a user writes it: what the constructor takes in its place, the rest by name. Null where it cannot be
/// written, such as a number beside a list that take their places in one constructor.
/// </summary>
internal static class AttributeText
{
    public static string? Of(string layer, Arguments arguments)
    {
        var type = typeof(NetworkAttribute).Assembly.GetType($"ShapeGen.{layer}Attribute", throwOnError: true)!;
        var constructor = type.GetConstructors()
            .Where(c =>
                c.GetParameters().All(p => arguments[Capital(p.Name!)] is { } value ? Fits(p.ParameterType, value) : p.HasDefaultValue)
            )
            .OrderByDescending(c => c.GetParameters().Length)
            .FirstOrDefault();
        if (constructor is null)
        {
            return null;
        }

        var positional = constructor.GetParameters().Select(p => Capital(p.Name!)).Where(n => arguments[n] is not null).ToArray();
        var named = arguments.Items.Where(a => !positional.Contains(a.Name)).Select(a => $"{NameOf(type, a)} = {Text(type, a)}");
        var all = positional.Select(n => Literal(arguments[n]!)).Concat(named).ToArray();
        return all.Length == 0 ? layer : $"{layer}({string.Join(", ", all)})";
    }

    public static string Literal(ArgumentValue value) =>
        value switch
        {
            ArgumentValue.Number number => Number(number.Value),
            ArgumentValue.Numbers numbers => $"new double[] {{ {string.Join(", ", numbers.Items.Select(Number))} }}",
            ArgumentValue.Sizes { IsList: true } list => $"new[] {{ {string.Join(", ", list.Items)} }}",
            ArgumentValue.Text text => $"\"{text.Value}\"",
            ArgumentValue.Texts texts => texts.ToString(),
            _ => value.ToString()!,
        };

    private static string Text(Type attribute, Argument argument) =>
        argument.Value is ArgumentValue.Choice choice
            ? $"{attribute.GetProperty(argument.Name)!.PropertyType.Name}.{choice.Value}"
            : Literal(argument.Value);

    /// <summary>The property: in the plural where there is one and a list was given.</summary>
    private static string NameOf(Type attribute, Argument argument) =>
        argument.Value is ArgumentValue.Sizes { IsList: true } or ArgumentValue.Numbers
        && attribute.GetProperty(argument.Name + "s") is { } plural
            ? plural.Name
            : argument.Name;

    private static bool Fits(Type parameter, ArgumentValue value) =>
        value switch
        {
            ArgumentValue.Sizes { IsList: true } => parameter == typeof(int[]),
            ArgumentValue.Sizes => parameter == typeof(int) || parameter == typeof(double),
            ArgumentValue.Number => parameter == typeof(double),
            ArgumentValue.Text => parameter == typeof(string),
            ArgumentValue.Texts => parameter == typeof(string[]),
            _ => false,
        };

    private static string Number(double value) => double.IsNaN(value) ? "double.NaN" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
