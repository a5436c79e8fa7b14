using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ShapeGen.Analyzers.Flow.Torch;

namespace ShapeGen.Analyzers.Usage;

/// <summary>The defects of TorchSharp 0.107 that a call shows by itself. A new one is one arm.</summary>
internal static class Traps
{
    /// <summary>Why a call throws or crashes whatever it gets; null if it does not.</summary>
    public static string? AlwaysFails(IInvocationOperation call) =>
        call.TargetMethod switch
        {
            { Name: "AdaptiveMaxPool3d" } m when TorchSymbols.IsFactory(m) =>
                "AdaptiveMaxPool3d forgets its output size and throws when it is called: use AdaptiveMaxPool2d twice, or AdaptiveAvgPool3d",
            { Name: "adaptive_max_pool3d" or "adaptive_max_pool3d_with_indices" } =>
                "adaptive_max_pool3d calls the function for one dimension and throws",
            { Name: "cross", Parameters: var p } when p.Any(x => x.Type.Name == "Scalar") =>
                "cross takes its second tensor for a number and crashes the process: use linalg.cross",
            { Name: "tensordot" } when Has(call, "dims") && IsInteger(call, "dims") =>
                "tensordot with a number of dimensions throws: name the dimensions, new long[] { … }",
            { Name: "diff" } when IntegerOf(call, "n") is { } n && n != 1 =>
                $"diff is implemented for n = 1 only, and throws for {n}: call it {n} times",
            { Name: "nanmean" } => "nanmean passes a number where a pointer is expected, and throws",
            { Name: "MultiheadAttention" } m
                when TorchSymbols.IsFactory(m) && IntegerOf(call, "kdim") is { } k && IntegerOf(call, "vdim") is { } v && k != v =>
                $"MultiheadAttention with kdim {k} and vdim {v} always fails: keys and values must have one width",
            { Name: "call" or "forward", ContainingType.Name: "LSTMCell" }
                when StateOf(call) is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation or null =>
                "LSTMCell throws without its state: pass (h, c), zeros at first",
            _ => null,
        };

    /// <summary>Why a call computes something else than it says; null if it does not.</summary>
    public static string? WrongResult(IInvocationOperation call) =>
        call.TargetMethod switch
        {
            { Name: "ConvTranspose2d" or "ConvTranspose3d" } m
                when TorchSymbols.IsFactory(m) && PairOf(call, "output_padding") is { } padding && padding.Distinct().Count() > 1 =>
                $"{m.Name} uses the first of its output_padding, {padding[0]}, for all dimensions: call functional.{(m.Name == "ConvTranspose2d" ? "conv_transpose2d" : "conv_transpose3d")}",
            { Name: "Conv2d" or "Conv3d" } m
                when TorchSymbols.IsFactory(m)
                    && IsSame(call)
                    && IsOtherMode(call)
                    && PairOf(call, "kernel_size") is { } kernel
                    && kernel.Distinct().Count() > 1 =>
                $"{m.Name} with padding Same pads the dimensions of a kernel ({string.Join(", ", kernel)}) in reversed order where padding_mode is not Zeros: give the padding as numbers",
            { Name: var name }
                when call.Arguments.Any(a => a.Parameter?.Type.ToDisplayString().Contains("ScalarType") == true && IsNumber(a)) =>
                $"{name}(0) takes the 0 for a ScalarType, Byte, and not for a dimension: name it, {name}(dim: 0)",
            { Name: "baddbmm" } => "baddbmm takes its tensors in another order: self.baddbmm(a, b) computes b + self @ a",
            _ => null,
        };

    /// <summary>Whether an argument is given and false.</summary>
    public static bool IsFalse(IInvocationOperation call, string parameter) =>
        ArgumentOf(call, parameter)?.Value.ConstantValue is { HasValue: true, Value: false };

    private static IArgumentOperation? ArgumentOf(IInvocationOperation call, params string[] names) =>
        call.Arguments.FirstOrDefault(a => a.Parameter is { } p && names.Contains(p.Name));

    private static bool Has(IInvocationOperation call, string parameter) => ArgumentOf(call, parameter) is not null;

    private static bool IsInteger(IInvocationOperation call, string parameter) =>
        ArgumentOf(call, parameter)?.Parameter?.Type.SpecialType is SpecialType.System_Int64 or SpecialType.System_Int32;

    private static long? IntegerOf(IInvocationOperation call, string parameter) =>
        Unwrap(ArgumentOf(call, parameter)?.Value)?.ConstantValue is { HasValue: true, Value: { } value } && value is int or long
            ? System.Convert.ToInt64(value, null)
            : null;

    private static IOperation? StateOf(IInvocationOperation call) => call.Arguments.Length > 1 ? Unwrap(call.Arguments[1].Value) : null;

    /// <summary>The numbers of a tuple or an array that is written there.</summary>
    private static long[]? PairOf(IInvocationOperation call, string parameter)
    {
        var value = Unwrap(ArgumentOf(call, parameter, parameter.Replace("_s", "S"))?.Value);
        var parts =
            value is ITupleOperation tuple ? tuple.Elements
            : value is IArrayCreationOperation { Initializer: { } i } ? i.ElementValues
            : default;
        return !parts.IsDefaultOrEmpty && parts.All(p => p.ConstantValue.HasValue)
            ? [.. parts.Select(p => System.Convert.ToInt64(p.ConstantValue.Value, null))]
            : null;
    }

    // The constant 0 converts to any enumeration.
    private static bool IsNumber(IArgumentOperation argument) =>
        argument.ArgumentKind == ArgumentKind.Explicit
        && argument.Value.DescendantsAndSelf().OfType<IConversionOperation>().All(c => c.IsImplicit)
        && Unwrap(argument.Value)?.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    private static bool IsSame(IInvocationOperation call) =>
        ArgumentOf(call, "padding")
            is { Parameter.Type: { TypeKind: TypeKind.Enum, Name: "Padding" }, Value.ConstantValue: { HasValue: true, Value: 1 } };

    private static bool IsOtherMode(IInvocationOperation call) =>
        ArgumentOf(call, "padding_mode")?.Value.ConstantValue is { HasValue: true, Value: not 0 };

    private static IOperation? Unwrap(IOperation? operation) =>
        operation is IConversionOperation conversion ? Unwrap(conversion.Operand) : operation;
}
