using System;
using System.Linq;
using ShapeGen.Generator.Plan;
using ShapeGen.Layers;
using ShapeGen.Networks;
using ShapeGen.Roslyn.Reading;
using ShapeGen.Roslyn.Writing;

namespace ShapeGen.Generator.Emit;

/// <summary>Writes <c>forward</c>: a guard, then one line for each operation, and the end of each tensor that nothing reads any more.</summary>
internal static class ForwardEmitter
{
    // Comments behind longer ones are not aligned.
    private const int WidestStatement = 100;

    private const string Guard = "global::ShapeGen.ShapeGuard.";
    private const string ScalarType = "global::TorchSharp.torch.ScalarType.";

    public static void Emit(NetworkCheck network, CodeWriter writer)
    {
        if (network.HasNameConflicts)
        {
            EmitFallbackConstructor(network, writer);
        }

        if (network.Forward is { } forward && !IsWritten(network.Type, forward))
        {
            Documentation.Summary(
                writer,
                network.IsSound ? $"Runs the network: {NetworkSummary.Signature(forward)}." : "Throws: this network does not fit together."
            );
            var contract = new Contracts(forward, network.IsSound);
            EmitMethod(network, forward, $"public override {Signature(forward, contract)}", contract, writer);
            if (network.IsSound && GeneratedMembers.HasState(forward))
            {
                StateEmitter.Emit(forward, writer);
            }
        }

        var isFirst = network.Forward is null;
        foreach (var stage in network.Stages.Where(s => s.Method.CanBeGenerated))
        {
            if (!isFirst)
            {
                writer.Blank();
            }

            StageEmitter.Emit(network, stage, writer);
            isFirst = false;
        }
    }

    private static bool IsWritten(TypeFacts type, NetworkModel forward) =>
        type.MemberNames.Any(m => m == GeneratedMembers.Forward || m == GeneratedMembers.ForwardMethod(forward));

    /// <summary>Writes a method that runs layers, or throws where the network does not fit together.</summary>
    public static void EmitMethod(NetworkCheck network, NetworkModel model, string signature, Contracts contracts, CodeWriter writer)
    {
        if (network.IsSound)
        {
            EmitBody(model, signature, isGuarded: true, contracts, writer);
        }
        else
        {
            writer.Lines($"{signature} =>");
            writer.Lines(
                $"    throw new global::System.InvalidOperationException(\"{network.Type.Name} does not fit together: see the errors of the build.\");"
            );
        }
    }

    /// <summary>Writes <c>forward</c> of a block, which is called with what fits.</summary>
    public static void EmitBlock(NetworkModel model, CodeWriter writer)
    {
        Documentation.Summary(writer, $"Runs the block: {NetworkSummary.Signature(model)}.");
        var contracts = new Contracts(model, isSound: true);
        EmitBody(model, $"public override {Signature(model, contracts)}", isGuarded: false, contracts, writer);
    }

    private static string Signature(NetworkModel model, Contracts contracts)
    {
        var parameters = model.Inputs.Select(
            (input, i) => $"{contracts.OfInput(i)}{NetworkEmitter.Tensor} {Literals.Identifier(input.Name)}"
        );
        return $"{NetworkEmitter.Result(model)} {GeneratedMembers.Forward}({string.Join(", ", parameters)})";
    }

    /// <param name="model">The layers.</param>
    /// <param name="signature">The method, up to its body.</param>
    /// <param name="isGuarded">Whether it checks what it gets.</param>
    /// <param name="contracts">The attributes of its result.</param>
    /// <param name="writer">Takes the text.</param>
    /// <param name="around">What is made of the result before it is returned.</param>
    public static void EmitBody(
        NetworkModel model,
        string signature,
        bool isGuarded,
        Contracts contracts,
        CodeWriter writer,
        Func<string, string>? around = null
    )
    {
        if (contracts.OfResult is { } result)
        {
            writer.Lines(result);
        }

        using (writer.Open(signature))
        {
            foreach (var input in isGuarded ? model.Inputs : default)
            {
                EmitGuard(model, input, writer);
            }

            if (isGuarded)
            {
                writer.Blank();
            }

            var plan = ForwardPlan.Of(model);
            var width = plan.Operations.Select(o => Statement(o).Length).Where(l => l <= WidestStatement).DefaultIfEmpty().Max();
            foreach (var operation in plan.Operations)
            {
                writer.Lines($"{Statement(operation).PadRight(width)} // {operation.Layer.Key} {operation.Layer.Output}");
                foreach (var dead in operation.Dead)
                {
                    writer.Lines($"{dead}.Dispose();");
                }
            }

            var returned = plan.Results.Count == 1 ? plan.Results[0] : $"({string.Join(", ", plan.Results)})";
            writer.Lines($"return {around?.Invoke(returned) ?? returned};");
        }
    }

    private static string Statement(Operation operation) =>
        operation.Results.Count switch
        {
            0 => $"{operation.Expression};",
            1 => $"var {operation.Results[0]} = {operation.Expression};",
            _ => $"var ({string.Join(", ", operation.Results)}) = {operation.Expression};",
        };

    private static void EmitGuard(NetworkModel model, InputModel input, CodeWriter writer)
    {
        // Of several inputs, the message says which one.
        var (name, shape, type) = (input.Name, input.Operand.Shape, input.Operand.Type);
        var who = model.Inputs.Count == 1 ? model.Name : $"{model.Name}, {name},";
        var sizes = shape
            .Axes.Select((a, i) => (a.Size, Index: i))
            .Where(a => a.Size is { IsConstant: true })
            .Select(a => $" || {name}.size({a.Index}) != {a.Size}");
        using (writer.Open($"if ({name}.dim() != {shape.Rank}{string.Concat(sizes)})"))
        {
            writer.Lines($"throw {Guard}WrongInput(\"{who}\", {Literals.Sample(shape)}, {name}.shape);");
        }

        // A layer of libtorch that takes other elements says so itself, but indices that come as floats would be refused in its words.
        if (type is ElementType.Int32 or ElementType.Int64)
        {
            using (writer.Open($"if ({name}.dtype != {ScalarType}{type})"))
            {
                writer.Lines($"throw {Guard}WrongType(\"{who}\", \"{type}\", {name}.dtype.ToString());");
            }
        }
    }

    /// <summary>Where members may clash, the class gets what its base asks for and nothing else.</summary>
    private static void EmitFallbackConstructor(NetworkCheck network, CodeWriter writer)
    {
        if (!network.Type.MemberNames.Any(m => m.StartsWith(".ctor", System.StringComparison.Ordinal)))
        {
            Documentation.Summary(writer, "Makes nothing: members of this class have names of generated ones.");
            writer.Lines($"public {Literals.Identifier(network.Type.Name)}()\n    : base(\"{network.Type.Name}\") {{ }}");
            writer.Blank();
        }
    }
}
