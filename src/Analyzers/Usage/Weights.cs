using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ShapeGen.Analyzers.Flow.Torch;

namespace ShapeGen.Analyzers.Usage;

/// <summary>What has weights that are to be trained.</summary>
internal static class Weights
{
    private static readonly HashSet<string> _factories =
    [
        "Linear",
        "Bilinear",
        "Embedding",
        "EmbeddingBag",
        "RNN",
        "GRU",
        "LSTM",
        "RNNCell",
        "GRUCell",
        "LSTMCell",
        "MultiheadAttention",
        "PReLU",
        "Transformer",
        "TransformerEncoder",
        "TransformerEncoderLayer",
        "TransformerDecoder",
        "TransformerDecoderLayer",
        "LayerNorm",
        "GroupNorm",
        "Conv1d",
        "Conv2d",
        "Conv3d",
        "ConvTranspose1d",
        "ConvTranspose2d",
        "ConvTranspose3d",
        "BatchNorm1d",
        "BatchNorm2d",
        "BatchNorm3d",
        "Parameter",
    ];

    /// <summary>Whether an expression makes a module with weights: by a factory of torch.nn, or a Sequential with one in it.</summary>
    public static bool AreMadeBy(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        expression
            .DescendantNodesAndSelf(n => n is not AnonymousFunctionExpressionSyntax)
            .OfType<InvocationExpressionSyntax>()
            .Any(i => IsFactory(i, model, cancellation))
        && expression is InvocationExpressionSyntax made
        && model.GetSymbolInfo(made, cancellation).Symbol is IMethodSymbol method
        && TorchSymbols.IsFactory(method);

    private static bool IsFactory(InvocationExpressionSyntax invocation, SemanticModel model, CancellationToken cancellation)
    {
        var name =
            (invocation.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText
            ?? (invocation.Expression as SimpleNameSyntax)?.Identifier.ValueText;
        return name is not null
            && _factories.Contains(name)
            && model.GetSymbolInfo(invocation, cancellation).Symbol is IMethodSymbol method
            && TorchSymbols.IsFactory(method);
    }
}
