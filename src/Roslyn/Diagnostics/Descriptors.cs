using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ShapeGen.Layers;

namespace ShapeGen.Roslyn.Diagnostics;

/// <summary>
/// One descriptor for each kind of problem: about the declaration, and about sizes. Error: it would throw, abort or corrupt; warning:
/// it runs and is certainly not meant. The words of a message are those that <see cref="ProblemKind"/> lists.
/// </summary>
internal static partial class Descriptors
{
    private const string Category = "ShapeGen.Networks";
    private const string HelpRoot = "https://github.com/shapegen/ShapeGen/blob/main/docs/rules/";

    /// <summary>All of them, in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All =>
        Enum.GetValues(typeof(ProblemKind)).Cast<ProblemKind>().Select(Of).OrderBy(d => d.Id, StringComparer.Ordinal).ToArray();

    public static DiagnosticDescriptor Of(ProblemKind kind) =>
        kind switch
        {
            ProblemKind.NotPartial => NotPartial,
            ProblemKind.NoInput => NoInput,
            ProblemKind.LayersOnTwoDeclarations => LayersOnTwoDeclarations,
            ProblemKind.UnsupportedType => UnsupportedType,
            ProblemKind.WrongBase => WrongBase,
            ProblemKind.MemberConflict => MemberConflict,
            ProblemKind.BadInput => BadInput,
            ProblemKind.BadName => BadName,
            ProblemKind.NoLayers => NoLayers,
            ProblemKind.BadArgument => BadArgument,
            ProblemKind.WrongRank => WrongRank,
            ProblemKind.NothingLeft => NothingLeft,
            ProblemKind.FeaturesDiffer => FeaturesDiffer,
            ProblemKind.ChannelsDiffer => ChannelsDiffer,
            ProblemKind.ElementCountDiffers => ElementCountDiffers,
            ProblemKind.BatchNotKept => BatchNotKept,
            ProblemKind.DoesNotDivide => DoesNotDivide,
            ProblemKind.MissingFlatten => MissingFlatten,
            ProblemKind.TooLarge => TooLarge,
            ProblemKind.ActsOnBatch => ActsOnBatch,
            ProblemKind.NoTorchSharp => NoTorchSharp,
            ProblemKind.GeneratedConstant => GeneratedConstant,
            ProblemKind.ConstructorDoesNotChain => ConstructorDoesNotChain,
            ProblemKind.NoNetwork => NoNetwork,
            ProblemKind.WrongType => WrongType,
            ProblemKind.NoEffect => NoEffect,
            ProblemKind.OperandsDiffer => OperandsDiffer,
            ProblemKind.AxisMistaken => AxisMistaken,
            ProblemKind.BlockContainsItself => BlockContainsItself,
            ProblemKind.NoBlock => NoBlock,
            ProblemKind.BadBlockArgument => BadBlockArgument,
            ProblemKind.BadStage => BadStage,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
