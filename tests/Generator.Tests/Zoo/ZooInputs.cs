using static TorchSharp.torch;

namespace Generator.Tests.Zoo;

/// <summary>A tensor for a network of the zoo, and the sizes in it that only a call knows.</summary>
internal sealed record ZooInput(Tensor Tensor, params (string, int)[] Symbols);

/// <summary>What the networks of the zoo take.</summary>
internal static class ZooInputs
{
    public static ZooInput[] Of(string name, int batch, bool isSmaller)
    {
        ZooInput Image(int channels, (int, int) published, (int, int) smaller)
        {
            var (height, width) = isSmaller ? smaller : published;
            return new(rand(batch, channels, height, width));
        }

        ZooInput Indices(string symbol, int bound, int length) => new(randint(0, bound, [batch, length]), (symbol, length));

        var steps = isSmaller ? 7 : 12;
        return name switch
        {
            "AlexNet" or "Vgg16" or "GoogLeNet" or "ResNet18" or "ResNet50" or "DenseNet121" or "MobileNetV2" or "VitB16" =>
            [
                Image(3, (224, 224), (96, 64)),
            ],
            "UNet" => [Image(3, (256, 256), (64, 48))],
            "ConvNet" => [Image(1, (28, 28), (21, 30))],
            "LeNet5" => [Image(1, (32, 32), (36, 40))],
            "Siamese" => [Image(1, (105, 105), (90, 95)), Image(1, (105, 105), (90, 95))],
            "DcganDiscriminator" => [Image(3, (64, 64), (80, 96))],
            "DcganGenerator" => [new(randn(batch, 100))],
            "Vae" => [new(rand(batch, 784))],
            "CharLstm" => [Indices("T", 128, steps)],
            "TextClassifier" => [Indices("T", 20_000, steps)],
            "Gpt" => [Indices("T", 512, steps)],
            "Translator" => [Indices("T", 8_000, steps), Indices("T2", 6_000, steps - 2)],
            _ => throw new ArgumentException($"no input for {name}"),
        };
    }
}
