namespace Testing;

/// <summary>Networks that several tests use.</summary>
public static class Sources
{
    /// <summary>The usings of a file with networks.</summary>
    public const string Usings = """
        using ShapeGen;
        using static ShapeGen.Pad;

        """;

    /// <summary>The network of the sample: as in samples/Mnist.</summary>
    public const string ConvNet =
        Usings
        + """
            namespace Mnist;

            [Network, Input(1, 28, 28)]
            [Conv2d(32, 5, Padding = Same), ReLU, MaxPool2d(2)]
            [Conv2d(64, 5, Padding = Same), ReLU, MaxPool2d(2)]
            [Flatten, Linear(1024), ReLU, Dropout(0.25), Linear(10)]
            public partial class ConvNet;

            """;
}
