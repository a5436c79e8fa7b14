using System.Collections.Generic;
using System.Linq;
using ShapeGen.Algebra;
using ShapeGen.Generator.Plan;
using ShapeGen.Networks;
using ShapeGen.Roslyn.Reading;
using ShapeGen.Roslyn.Writing;

namespace ShapeGen.Generator.Emit;

/// <summary>
/// Writes the overload of <c>forward</c> that goes on where a call before it ended, and the class with the states of the recurrent layers.
/// </summary>
internal static class StateEmitter
{
    private const string Device = "global::TorchSharp.torch.Device?";
    private const string ScalarType = "global::TorchSharp.torch.ScalarType?";
    private const string Variable = GeneratedMembers.StateVariable;

    /// <summary>What a recurrent layer begins with: a member of the state that is given.</summary>
    public static string Initial(LayerModel layer, string kind) =>
        kind == "LSTM" ? $"({Member(layer, "Hidden")}, {Member(layer, "Cell")})" : Member(layer, "Hidden");

    /// <summary>The name of a member of the state.</summary>
    public static string NameOf(LayerModel layer, string what) => layer.Identifier + what;

    public static void Emit(NetworkModel network, CodeWriter writer)
    {
        var recurrent = network.Layers.Where(GeneratedMembers.IsRecurrent).ToArray();
        var keeping = network with
        {
            Layers = network.Layers.Select(l => GeneratedMembers.IsRecurrent(l) ? l with { KeepsState = true } : l).ToEquatableArray(),
        };
        writer.Blank();
        EmitForward(keeping, writer);
        writer.Blank();
        EmitClass(recurrent, writer);
    }

    private static void EmitForward(NetworkModel network, CodeWriter writer)
    {
        writer.Lines(
            $"/// <summary>Goes on where a call before it ended: {NetworkSummary.Signature(network)}, and the state for the next one.</summary>"
        );
        foreach (var input in network.Inputs)
        {
            writer.Lines($"/// <param name=\"{input.Name}\">{input.Operand.Shape}</param>");
        }

        writer.Lines(
            $"/// <param name=\"{Variable}\">What the call before gave; a new one at the beginning. It stays the caller's.</param>"
        );
        writer.Lines(FileHeader.GeneratedCode);
        var contracts = new Contracts(network, isSound: true);
        var parameters = network
            .Inputs.Select((input, i) => $"{contracts.OfInput(i)}{NetworkEmitter.Tensor} {Literals.Identifier(input.Name)}")
            .Append($"{GeneratedMembers.State} {Variable}");
        var result = $"({NetworkEmitter.Result(network)} Output, {GeneratedMembers.State} State)";
        ForwardEmitter.EmitBody(
            network,
            $"public {result} {GeneratedMembers.Forward}({string.Join(", ", parameters)})",
            isGuarded: true,
            new Contracts(network, isSound: false),
            writer,
            plan => $"({plan}, new {GeneratedMembers.State}({string.Join(", ", Kept(network))}))"
        );
    }

    private static IEnumerable<string> Kept(NetworkModel network) => ForwardPlan.Of(network).Kept;

    private static void EmitClass(LayerModel[] layers, CodeWriter writer)
    {
        var members = layers.SelectMany(l => StatesOf(l).Select(what => (Layer: l, Name: NameOf(l, what), What: what))).ToArray();
        Documentation.Summary(writer, "What the recurrent layers know at the end of a call, for the next one.");
        using (writer.Open($"public sealed class {GeneratedMembers.State} : global::System.IDisposable"))
        {
            foreach (var (layer, name, what) in members)
            {
                writer.Lines($"/// <summary>The {what.ToLowerInvariant()} state of {layer.Key}: {SizesOf(layer, "N")}</summary>");
                writer.Lines($"public readonly {NetworkEmitter.Tensor} {name};");
                writer.Blank();
            }

            writer.Lines("/// <summary>The state at the beginning: zeros.</summary>");
            using (writer.Open($"public {GeneratedMembers.State}(long batch, {Device} device = null, {ScalarType} dtype = null)"))
            {
                foreach (var (layer, name, _) in members)
                {
                    writer.Lines(
                        $"{name} = global::TorchSharp.torch.zeros(new long[] {{ {SizesOf(layer, "batch").Trim('(', ')')} }}, dtype: dtype, device: device);"
                    );
                }
            }

            writer.Blank();
            var parameters = string.Join(", ", members.Select(m => $"{NetworkEmitter.Tensor} {m.Name}"));
            using (writer.Open($"internal {GeneratedMembers.State}({parameters})"))
            {
                foreach (var (_, name, _) in members)
                {
                    writer.Lines($"this.{name} = {name};");
                }
            }

            writer.Blank();
            writer.Lines("/// <summary>The same numbers without their history, so that gradients end here.</summary>");
            writer.Lines(
                $"public {GeneratedMembers.State} detach() => new {GeneratedMembers.State}({string.Join(", ", members.Select(m => $"{m.Name}.detach()"))});"
            );
            writer.Blank();
            writer.Lines("/// <summary>Disposes its tensors.</summary>");
            using (writer.Open("public void Dispose()"))
            {
                foreach (var (_, name, _) in members)
                {
                    writer.Lines($"{name}.Dispose();");
                }
            }
        }
    }

    private static IEnumerable<string> StatesOf(LayerModel layer) => layer.Kind == "LSTM" ? ["Hidden", "Cell"] : ["Hidden"];

    private static string SizesOf(LayerModel layer, string batch)
    {
        var arguments = new LayerArguments(layer);
        return $"({arguments.Size("NumLayers")}, {batch}, {arguments.Size("HiddenSize")})";
    }

    private static string Member(LayerModel layer, string what) => $"{Variable}.{NameOf(layer, what)}";
}
