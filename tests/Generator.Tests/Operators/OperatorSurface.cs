using System.Reflection;
using ShapeGen.Operators;
using TorchSharp;
using static TorchSharp.torch;

namespace Generator.Tests.Operators;

/// <summary>All of TorchSharp's overloads that give tensors, by the name that the catalogue has for them.</summary>
internal static class OperatorSurface
{
    private static readonly (Type Type, string Prefix)[] _types =
    [
        (typeof(Tensor), ""),
        (typeof(torch), ""),
        (typeof(nn.functional), ""),
        (typeof(TensorExtensionMethods), ""),
        (typeof(linalg), "linalg."),
        (typeof(fft), "fft."),
        (typeof(special), "special."),
    ];

    public static IReadOnlyList<(string Name, MethodInfo Method)> All { get; } =
    [
        .. from t in _types
        from m in t.Type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where
            !m.IsGenericMethod
            && !m.Name.StartsWith("get_", StringComparison.Ordinal)
            && !m.Name.StartsWith("set_", StringComparison.Ordinal)
        where !m.Name.StartsWith("op_", StringComparison.Ordinal) && GivesTensors(m.ReturnType)
        select (t.Prefix + m.Name, m),
    ];

    /// <summary>The overloads that have a rule.</summary>
    public static IEnumerable<(string Name, MethodInfo Method)> WithRule =>
        All.Where(o => OperatorCatalog.Has(o.Name) && !IsObsolete(o.Method));

    public static bool IsObsolete(MethodInfo method) => method.GetCustomAttribute<ObsoleteAttribute>() is not null;

    private static bool GivesTensors(Type type) =>
        type == typeof(Tensor)
        || type == typeof(Tensor[])
        || type.IsGenericType && type.GetGenericArguments().All(a => a == typeof(Tensor));
}
