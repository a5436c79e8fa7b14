using System;
using System.Linq;

namespace ShapeGen.Layers;

/// <summary>One member of an enumeration; the first one without a value.</summary>
internal sealed record ChoiceParameter : Parameter
{
    private readonly string[] _choices;

    public ChoiceParameter(string name, params string[] choices)
        : base(name) => _choices = choices;

    /// <summary>A choice of all members of an enumeration, in their order.</summary>
    public static ChoiceParameter Of<T>(string name)
        where T : struct, Enum => new(name, Enum.GetNames(typeof(T)));

    /// <summary>The choice of that name, in whatever case; null for none.</summary>
    public string? Find(string name) => _choices.FirstOrDefault(c => string.Equals(c, name, StringComparison.OrdinalIgnoreCase));

    public override string? Constraint => string.Join(", ", _choices);

    public override string? Check(ArgumentValue value) =>
        value is ArgumentValue.Choice choice && _choices.Contains(choice.Value) ? null : Expected($"one of {Constraint}", value);

    public string Read(Arguments arguments) => arguments[Name] is ArgumentValue.Choice choice ? choice.Value : _choices[0];
}
