using ShapeGen.Analyzers.Flow.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace Generator.Tests.Operators;

/// <summary>The methods that are known to read one value throw where there are two.</summary>
public sealed class AccessorTests
{
    [Fact]
    public void They_read_one_value_only()
    {
        var two = ones(2, dtype: int64);
        foreach (var name in Accessors.OfOneValue.Where(n => n != "item"))
        {
            var method = new[] { typeof(Tensor), typeof(TensorExtensionMethods) }
                .SelectMany(t => t.GetMethods())
                .Single(m => m.Name == name && m.GetParameters().All(p => p.ParameterType == typeof(Tensor)) && !m.IsGenericMethod);
            var thrown = Record.Exception(() => method.Invoke(method.IsStatic ? null : two, method.IsStatic ? [two] : []));
            Assert.True(thrown is not null, name);
        }

        Assert.ThrowsAny<Exception>(() => two.item<long>());
    }
}
