using System.Collections.Generic;
using ShapeGen.Algebra;
using ShapeGen.Layers;
using ShapeGen.Networks;

namespace ShapeGen.Generator.Emit;

/// <summary>The arguments of a sound layer, as C# text.</summary>
internal readonly struct LayerArguments(LayerModel layer)
{
    public string Size(string name, int? standard = null) =>
        layer.Arguments[name] is ArgumentValue.Sizes s ? s.Items[0].ToString() : standard.ToString();

    public IEnumerable<Dim> Sizes(string name) => ((ArgumentValue.Sizes)layer.Arguments[name]!).Items;

    public string Flag(string name, bool standard) => Literals.Of(layer.Arguments[name] is ArgumentValue.Flag flag ? flag.Value : standard);

    public string Number(string name, double standard) =>
        Literals.Of(
            layer.Arguments[name] switch
            {
                ArgumentValue.Number number => number.Value,
                ArgumentValue.Sizes size => (double)size.Items[0].Constant!.Value,
                _ => standard,
            }
        );
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

    public CallArguments AddUnless(string value, string standard, string name) => value == standard ? this : Add($"{name}: {value}");

    /// <summary>Closes the list with the device and the data type that the constructor takes.</summary>
    public string OnDevice() => Add("device: device").Add("dtype: dtype").ToString();

    public override string ToString() => string.Join(", ", _arguments);
}
