using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ShapeGen.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace ShapeGen.Training;

/// <summary>What an epoch came to.</summary>
/// <param name="Loss">The mean loss over the training samples, while they were learned.</param>
/// <param name="Accuracy">The share of training samples that were classified correctly, while they were learned.</param>
/// <param name="Test">The result on the test samples after the epoch; null if there were none.</param>
public sealed record EpochResult(double Loss, double Accuracy, Evaluation? Test);

/// <summary>
/// Trains classifiers: modules that give a score (a logit) for each class, (N, classes), by Adam on the cross-entropy, with a learning
/// rate that falls linearly to zero.
/// </summary>
public sealed class Trainer
{
    /// <summary>How often each sample is learned.</summary>
    public int Epochs { get; init; } = 3;

    /// <summary>How many samples are learned at once; the last batch of an epoch may have fewer, or one more.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>The learning rate at the start.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>
    /// Determines the order of the samples and what dropout drops. Two runs with one seed are equal on the CPU with the same number of
    /// threads; on CUDA some sums are made in another order each time. To have equal weights at the start, call
    /// <c>torch.manual_seed</c> before the network is made.
    /// </summary>
    public long Seed { get; init; } = 42;

    /// <summary>Where the network is trained; where its weights are if this is null.</summary>
    public Device? Device { get; init; }

    /// <summary>Where the progress is written; nowhere if null.</summary>
    public TextWriter? Output { get; init; } = Console.Out;

    /// <summary>Whether the line of an epoch is drawn again and again while it runs; by default if the console is a terminal.</summary>
    public bool IsLive { get; init; } = !Console.IsOutputRedirected;

    /// <summary>Trains a network, and measures it on the test samples after each epoch.</summary>
    /// <param name="network">The network, which is left in evaluation mode.</param>
    /// <param name="train">The samples to learn.</param>
    /// <param name="test">The samples to measure on, if any.</param>
    /// <returns>What each epoch came to.</returns>
    public IReadOnlyList<EpochResult> Fit(nn.Module<Tensor, Tensor> network, LabelledImages train, LabelledImages? test = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentOutOfRangeException.ThrowIfLessThan(Epochs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);

        if (train.Count == 0)
        {
            throw new ArgumentException("There are no samples to learn.", nameof(train));
        }

        if (Device is not null)
        {
            network.to(Device);
        }

        network.train();
        manual_seed(Seed);
        var batches = Batches(checked((int)train.Count)).ToArray();
        var steps = batches.Length;
        using var optimizer = optim.Adam(network.parameters(), LearningRate);
        var schedule = optim.lr_scheduler.LinearLR(optimizer, 1.0, 1e-8, Epochs * steps);
        var results = new List<EpochResult>();
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            var line = new ProgressLine(Output ?? TextWriter.Null, IsLive, $"Epoch {epoch}/{Epochs}", steps);
            var (loss, accuracy) = RunEpoch(network, train, batches, optimizer, schedule, line);
            var evaluation = test is null ? null : Evaluation.Of(network, test);
            line.Finish(loss, accuracy, evaluation is null ? null : (evaluation.Loss, evaluation.Accuracy));
            results.Add(new(loss, accuracy, evaluation));
        }

        network.eval();
        return results;
    }

    /// <summary>
    /// The batches of an epoch. A single sample that is left over goes with the batch before it: of one sample, BatchNorm of TorchSharp
    /// 0.107 makes a variance that is not a number, and never recovers.
    /// </summary>
    internal IEnumerable<(int Start, int Count)> Batches(int samples)
    {
        for (var start = 0; start < samples; )
        {
            var left = samples - start;
            var count = BatchSize > 1 && left == BatchSize + 1 ? left : Math.Min(BatchSize, left);
            yield return (start, count);
            start += count;
        }
    }

    private static (double Loss, double Accuracy) RunEpoch(
        nn.Module<Tensor, Tensor> network,
        LabelledImages train,
        (int Start, int Count)[] batches,
        optim.Optimizer optimizer,
        optim.lr_scheduler.LRScheduler schedule,
        ProgressLine line
    )
    {
        var device = Evaluation.DeviceOf(network);
        using var order = randperm(train.Count);
        var (loss, correct, seen, step) = (0.0, 0L, 0L, 0);
        foreach (var (start, count) in batches)
        {
            using var scope = NewDisposeScope();
            var chosen = order.narrow(0, start, count);
            var labels = train.Labels.index_select(0, chosen).to(device);
            var scores = network.call(train.Images.index_select(0, chosen).to(device));
            var batchLoss = nn.functional.cross_entropy(scores, labels);

            optimizer.zero_grad();
            batchLoss.backward();
            optimizer.step();
            schedule.step();

            loss += batchLoss.ToDouble() * count;
            correct += scores.argmax(1).eq(labels).sum().ToInt64();
            seen += count;
            line.Report(++step, loss / seen, (double)correct / seen);
        }

        return (loss / seen, (double)correct / seen);
    }
}
