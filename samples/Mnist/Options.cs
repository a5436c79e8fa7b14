using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace Mnist;

/// <summary>The options of the command line.</summary>
internal sealed record Options
{
    public const string Usage = """
        usage: Mnist [--data DIR] [--epochs N] [--device NAME] [--seed N] [--weights FILE]

          --data DIR      the four MNIST files, compressed or not; by default 12,000 digits that come with the sample
          --epochs N      how often each digit is learned; by default 4
          --device NAME   cpu, cuda, cuda:1 or mps; by default SHAPEGEN_DEVICE, else the fastest there is
          --seed N        makes the run repeatable; by default 42
          --weights FILE  where the weights are saved; by default mnist.safetensors in the folder for temporary files
        """;

    public string Data { get; init; } = Path.Combine(AppContext.BaseDirectory, "data");

    public int Epochs { get; init; } = 4;

    public string? Device { get; init; }

    public long Seed { get; init; } = 42;

    public string Weights { get; init; } = Path.Combine(Path.GetTempPath(), "mnist.safetensors");

    public bool Help { get; init; }

    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            string Value() => ++i < arguments.Count ? arguments[i] : throw new ArgumentException($"{name} needs a value.\n\n{Usage}");
            options = name switch
            {
                "--data" => options with { Data = Value() },
                "--epochs" => options with { Epochs = (int)Number(name, Value(), 1, 1000) },
                "--device" => options with { Device = Value() },
                "--seed" => options with { Seed = Number(name, Value(), 0, long.MaxValue) },
                "--weights" => options with { Weights = Value() },
                "--help" or "-h" => options with { Help = true },
                _ => throw new ArgumentException($"There is no option {name}.\n\n{Usage}"),
            };
        }

        return options;
    }

    private static long Number(string name, string value, long least, long most) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new ArgumentException($"{name} takes a whole number from {least} to {most}, but got '{value}'.");
}
