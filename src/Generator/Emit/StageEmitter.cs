using System.Linq;
using ShapeGen.Networks;
using ShapeGen.Roslyn.Reading;
using ShapeGen.Roslyn.Writing;

namespace ShapeGen.Generator.Emit;

/// <summary>Writes the body of a partial method that has layers.</summary>
internal static class StageEmitter
{
    public static void Emit(NetworkCheck network, StageModel stage, CodeWriter writer)
    {
        var method = stage.Method;
        var contracts = new Contracts(stage.Model, network.IsSound)
        {
            IsInputWritten = i => method.Parameters[i].HasContract,
            IsResultWritten = method.HasContract,
        };
        var parameters = method.Parameters.Select((p, i) => $"{contracts.OfInput(i)}{p.Type} {Literals.Identifier(p.Name)}");
        if (!method.IsDocumented)
        {
            writer.Lines(
                $"/// <summary>{(network.IsSound ? NetworkSummary.Signature(stage.Model) : "Throws: this network does not fit together.")}</summary>"
            );
        }

        writer.Lines(FileHeader.GeneratedCode);
        ForwardEmitter.EmitMethod(
            network,
            stage.Model,
            $"{method.Head} {Literals.Identifier(method.Name)}({string.Join(", ", parameters)})",
            contracts,
            writer
        );
    }
}
