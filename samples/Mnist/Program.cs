// Trains the network of ConvNet.cs on MNIST, shows how it does, saves it, and predicts some digits:
//     dotnet run -c Release --project samples/Mnist
using System;
using System.IO;
using System.Linq;
using Mnist;
using ShapeGen;
using ShapeGen.Data;
using ShapeGen.Training;
using TorchSharp;

try
{
    var options = Options.Parse(args);
    if (options.Help)
    {
        Console.WriteLine(Options.Usage);
        return 0;
    }

    Run(options);
    return 0;
}
catch (Exception failure)
    when (failure is ArgumentException or InvalidOperationException or IOException or InvalidDataException or UnauthorizedAccessException)
{
    // What the user can mend: a wrong option, a missing or damaged file, a device that is not there.
    Console.Error.WriteLine(failure.Message);
    return 1;
}

static void Run(Options options)
{
    // Before a minute of training, not after it.
    var weights = Path.GetFullPath(options.Weights);
    if (!Directory.Exists(Path.GetDirectoryName(weights)) || Directory.Exists(weights))
    {
        throw new IOException($"The weights cannot be saved to {weights}: that is a folder, or it is in one that does not exist.");
    }

    var device = DeviceChoice.Choose(options.Device);
    torch.manual_seed(options.Seed);

    using var train = LabelledImages.ReadMnist(options.Data, "train");
    using var test = LabelledImages.ReadMnist(options.Data, "t10k");
    using var net = new ConvNet();

    Console.WriteLine(ConvNet.Summary);
    Console.WriteLine();
    Console.WriteLine(
        $"Training on {train.Count:N0} digits, testing on {test.Count:N0} others, on {device.type.ToString().ToLowerInvariant()}."
    );

    var trainer = new Trainer
    {
        Epochs = options.Epochs,
        BatchSize = 32,
        Seed = options.Seed,
        Device = device,
    };
    var result = trainer.Fit(net, train, test)[^1].Test!;

    Console.WriteLine();
    Console.WriteLine($"Test accuracy {result.Accuracy:P2}: {result.Accuracy * result.Count:N0} of {result.Count:N0} digits.");
    Console.WriteLine(result);

    net.SaveWeights(options.Weights);
    using var reloaded = new ConvNet();
    reloaded.LoadWeights(options.Weights);
    Console.WriteLine();
    Console.WriteLine($"Saved to {options.Weights} ({new FileInfo(options.Weights).Length / 1e6:N1} MB) and read back.");

    Predict(reloaded, test);
}

static void Predict(ConvNet net, LabelledImages digits)
{
    const int count = 4;
    net.eval();
    using var _ = torch.no_grad();
    using var scope = torch.NewDisposeScope();
    var images = digits.Images.narrow(0, 0, count);
    var probabilities = torch.nn.functional.softmax(net.call(images), 1);

    Console.WriteLine();
    Console.WriteLine(Picture.SideBySide(images));
    Console.WriteLine(
        string.Concat(
                Enumerable
                    .Range(0, count)
                    .Select(i =>
                    {
                        var digit = probabilities[i].argmax().ToInt64();
                        return $"{digit} ({probabilities[i][digit].ToDouble():P1}), is {digits.Labels[i].ToInt64()}".PadRight(
                            Picture.Width
                        );
                    })
            )
            .TrimEnd()
    );
}
