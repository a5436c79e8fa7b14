using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen.Networks;
using ShapeGen.Roslyn.Reading;
using ShapeGen.Roslyn.Writing;

namespace ShapeGen.Generator.Emit;

/// <summary>
/// Writes the generated part of a network class. Where the network does not fit together the class has the same members, so that
/// nothing else fails to compile, and <c>forward</c> throws.
/// </summary>
internal static class NetworkEmitter
{
    public const string Tensor = "global::TorchSharp.torch.Tensor";

    /// <summary>What <c>forward</c> gives: a tensor, or a tuple of them.</summary>
    public static string Result(NetworkModel model)
    {
        if (model.OutputNames is not { Length: > 1 } names)
        {
            return Tensor;
        }

        var areIdentifiers = names.All(n => GeneratedMembers.RefuseInput(n) is null) && names.Distinct().Count() == names.Length;
        return $"({string.Join(", ", names.Select(n => areIdentifiers ? $"{Tensor} {n}" : Tensor))})";
    }

    public static string Emit(NetworkCheck network)
    {
        var writer = new CodeWriter();
        FileHeader.Write(writer);

        var blocks = new Stack<IDisposable>();
        if (network.Type.Namespace is { } space)
        {
            blocks.Push(writer.Open($"namespace {space}"));
        }

        foreach (var outer in network.Type.Headers.Take(network.Type.Headers.Count - 1))
        {
            blocks.Push(writer.Open($"partial {outer}"));
        }

        EmitClass(network, writer);
        foreach (var block in blocks)
        {
            block.Dispose();
        }

        return writer.ToString();
    }

    /// <summary>The base class of a network or a block: a module with its inputs and results.</summary>
    public static string BaseOf(NetworkModel model) =>
        $"global::TorchSharp.torch.nn.Module<{string.Join(", ", model.Inputs.Select(_ => Tensor).Append(Result(model)))}>";

    private static void EmitClass(NetworkCheck network, CodeWriter writer)
    {
        IReadOnlyList<string> classes = [];
        if (network.IsSound)
        {
            (network, classes) = BlockClasses.Of(network);
        }

        EmitDocumentation(network, writer);
        using (writer.Open($"partial {network.Type.Headers[network.Type.Headers.Count - 1]}{Base(network)}"))
        {
            if (!network.HasNameConflicts)
            {
                ConstantsEmitter.Emit(network, writer);
                ModulesEmitter.Emit(
                    network.Layers,
                    Literals.Identifier(network.Type.Name),
                    network.IsSound,
                    writer,
                    name: network.Type.Name
                );
            }

            ForwardEmitter.Emit(network, writer);
            foreach (var text in classes)
            {
                writer.Blank();
                writer.Lines(text.TrimEnd());
            }
        }
    }

    /// <summary>The base class; of a network whose forward is written by hand, what that says, or what the user wrote.</summary>
    private static string Base(NetworkCheck network) =>
        network.Forward is { } forward ? $" : {BaseOf(forward)}"
        : network.Type.ForwardByHand is { } types
            ? $" : global::TorchSharp.torch.nn.Module{(types.Count == 0 ? "" : $"<{string.Join(", ", types)}>")}"
        : "";

    private static void EmitDocumentation(NetworkCheck network, CodeWriter writer)
    {
        if (!network.IsSound)
        {
            writer.Lines("/// <remarks>This network does not fit together: see the errors of the build.</remarks>");
            return;
        }

        writer.Lines("/// <remarks>");
        foreach (var model in network.Models)
        {
            writer.Lines($"/// {(model == network.Forward ? "" : $"{model.Name}: ")}{NetworkSummary.Signature(model)}");
            writer.Lines("/// <list type=\"table\">");
            foreach (var layer in model.Layers)
            {
                writer.Lines(
                    $"/// <item><term>{layer.Key}</term><description>{layer.Title}: {Documentation.Shapes(layer)}</description></item>"
                );
            }

            writer.Lines("/// </list>");
        }

        writer.Lines("/// </remarks>");
    }
}

/// <summary>Phrases of the documentation of generated members.</summary>
internal static class Documentation
{
    public static string Shapes(LayerModel layer) => $"{layer.Input} → {layer.Output}";

    public static void Summary(CodeWriter writer, string text)
    {
        writer.Lines($"/// <summary>{text}</summary>");
        writer.Lines(FileHeader.GeneratedCode);
    }
}
