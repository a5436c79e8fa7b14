using System;
using System.Collections.Generic;
using System.Linq;

namespace ShapeGen.Layers;

/// <summary>All kinds of layers. A new one is one line here, its attribute, and its line in the generator's <c>LayerEmissions</c>.</summary>
internal static class LayerCatalog
{
    private static readonly NumberParameter _probability = new("P", 0.5, 0, 1);

    public static IReadOnlyList<LayerDefinition> All { get; } =
    [
        new Convolution(1) { IsModule = true },
        new Convolution(2) { IsModule = true },
        new Convolution(3) { IsModule = true },
        Pooling.Max(1),
        Pooling.Max(2),
        Pooling.Max(3),
        Pooling.Average(1),
        Pooling.Average(2),
        Pooling.Average(3),
        AdaptivePooling.Average(1),
        AdaptivePooling.Average(2),
        AdaptivePooling.Average(3),
        new GlobalPooling(),
        new BatchNormalization(1) { IsModule = true },
        new BatchNormalization(2) { IsModule = true },
        new BatchNormalization(3) { IsModule = true },
        new Dense { IsModule = true },
        new Flattening(),
        new Unflattening(),
        new Reshaping(),
        new Elementwise("Dropout", _probability) { IsModule = true },
        new Elementwise("ReLU"),
        new Elementwise("ReLU6"),
        new Elementwise("GELU"),
        new Elementwise("SELU"),
        new Elementwise("SiLU"),
        new Elementwise("Mish"),
        new Elementwise("Sigmoid"),
        new Elementwise("Tanh"),
        new Elementwise("Tanhshrink"),
        new Elementwise("Softsign"),
        new Elementwise("LogSigmoid"),
        new Elementwise("Hardsigmoid"),
        new Elementwise("Hardswish"),
        new Elementwise("ELU", new NumberParameter("Alpha", 1)),
        new Elementwise("CELU", new NumberParameter("Alpha", 1, Except: 0)),
        new Elementwise("LeakyReLU", new NumberParameter("NegativeSlope", 0.01)),
        new Elementwise("Hardshrink", new NumberParameter("Lambda", 0.5)),
        new Elementwise("Softshrink", new NumberParameter("Lambda", 0.5, 0)),
        new Elementwise("Hardtanh", new NumberParameter("MinVal", -1), new NumberParameter("MaxVal", 1)),
        new Elementwise("Softplus", new NumberParameter("Beta", 1), new NumberParameter("Threshold", 20)),
        new Elementwise("Identity"),
        new Distribution("Softmax"),
        new Distribution("LogSoftmax"),
    ];

    private static readonly Dictionary<string, LayerDefinition> _byName = All.ToDictionary(l => l.Name, StringComparer.Ordinal);

    /// <summary>The kind of layer of that name, or null.</summary>
    public static LayerDefinition? Find(string name) => _byName.TryGetValue(name, out var layer) ? layer : null;
}
