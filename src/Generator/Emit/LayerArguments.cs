using System.Collections.Generic;
using System.Linq;
using ShapeGen.Layers;
using ShapeGen.Networks;

namespace ShapeGen.Generator.Emit;

/// <summary>The arguments of a sound layer, as C# text. What was not written has the default of the layer's parameter.</summary>
internal readonly struct LayerArguments(LayerModel layer)
{
    /// <summary>An integer; nothing where it was not written and has no default.</summary>
    public string Size(string name) =>
        Parameter(name) switch
        {
            SizeParameter size => size.Read(layer.Arguments)?.ToString() ?? "",
            DimParameter dim => (layer.Arguments[name] ?? (object?)dim.Default)?.ToString() ?? "",
            _ => "",
        };

    /// <summary>A size for each axis, also where one was written for all of them; null where none was.</summary>
    public Dim[]? PerAxis(string name) => Parameter<SizesParameter>(name).Read(layer.Arguments);

    /// <summary>A factor for each of so many axes; null where none was written.</summary>
    public double[]? Factors(string name, int axes)
    {
        var factors = Parameter<FactorsParameter>(name).Read(layer.Arguments);
        return factors?.Length == 1 ? [.. Enumerable.Repeat(factors[0], axes)] : factors;
    }

    /// <summary>The window along each spatial axis.</summary>
    public Window[] Windows() => ((IWindowLayer)LayerCatalog.Find(layer.Kind)!).Windows(layer.Arguments)!;

    /// <summary>The layer's own parameter, with its default and its bounds.</summary>
    public T Parameter<T>(string name)
        where T : Parameter => (T)Parameter(name)!;

    public IEnumerable<Dim> Sizes(string name) => ((ArgumentValue.Sizes)layer.Arguments[name]!).Items;

    public string Flag(string name) => Literals.Of(((FlagParameter)Parameter(name)!).Read(layer.Arguments));

    public string Number(string name) => Literals.Of(((NumberParameter)Parameter(name)!).Read(layer.Arguments));

    public bool Has(string name) => layer.Arguments[name] is not null;

    public string Choice(string name) => ((ChoiceParameter)Parameter(name)!).Read(layer.Arguments);

    /// <summary>The default of a number, in the same form.</summary>
    public string DefaultNumber(string name) => Literals.Of(((NumberParameter)Parameter(name)!).Default);

    private Parameter? Parameter(string name) => LayerCatalog.Find(layer.Kind)?.Find(name);
}

/// <summary>Builds the arguments of a call, leaving out those that have their default.</summary>
internal sealed class CallArguments(string first)
{
    private readonly List<string> _arguments = [first];

    public CallArguments Add(string argument)
    {
        _arguments.Add(argument);
        return this;
    }

    public CallArguments AddUnless(string value, string standard, string name, string prefix = "") =>
        value == standard ? this : Add($"{name}: {prefix}{value}");

    /// <summary>A number of the layer, unless it is the default.</summary>
    public CallArguments AddUnlessDefault(LayerArguments arguments, string parameter, string name) =>
        AddUnless(arguments.Number(parameter), arguments.DefaultNumber(parameter), name);

    /// <summary>Closes the list with the device and the data type that the constructor takes.</summary>
    public string OnDevice() => Add("device: device").Add("dtype: dtype").ToString();

    public override string ToString() => string.Join(", ", _arguments);
}
