using System;
using System.Linq;
using System.Text;
using ShapeGen.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace ShapeGen.Training;

/// <summary>How a classifier does on samples that it did not learn.</summary>
public sealed class Evaluation
{
    private const int BatchSize = 256;

    private readonly long[,] _confusion;

    private Evaluation(double loss, long[,] confusion)
    {
        Loss = loss;
        _confusion = confusion;
    }

    /// <summary>The mean cross-entropy.</summary>
    public double Loss { get; }

    /// <summary>The number of classes.</summary>
    public int Classes => _confusion.GetLength(0);

    /// <summary>The number of samples.</summary>
    public long Count => _confusion.Cast<long>().Sum();

    /// <summary>The share of samples that were classified correctly; NaN without samples.</summary>
    public double Accuracy => (double)Enumerable.Range(0, Classes).Sum(c => _confusion[c, c]) / Count;

    /// <summary>How many samples of one class were taken for another.</summary>
    /// <param name="actual">The class that they are of.</param>
    /// <param name="predicted">The class that they were taken for.</param>
    public long Confused(int actual, int predicted) => _confusion[actual, predicted];

    /// <summary>Measures a network, in evaluation mode and without gradients; the mode of each of its modules is as before afterwards.</summary>
    /// <param name="network">The network: a score for each class, (N, classes).</param>
    /// <param name="data">The samples.</param>
    public static Evaluation Of(nn.Module<Tensor, Tensor> network, LabelledImages data)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);

        // The outer modules first: their mode goes to those inside them, which then get their own back.
        var modes = network.modules().Prepend(network).Select(m => (Module: m, m.training)).ToArray();
        network.eval();
        try
        {
            return Measure(network, data);
        }
        finally
        {
            foreach (var (module, training) in modes)
            {
                module.train(training);
            }
        }
    }

    /// <summary>The confusion matrix as a table: a row for each class, a column for each that it was taken for.</summary>
    public override string ToString()
    {
        var width = Math.Max(5, _confusion.Cast<long>().Append(0).Max().ToString().Length + 1);
        var text = new StringBuilder("is \\ as".PadLeft(8));
        for (var c = 0; c < Classes; c++)
        {
            text.Append(c.ToString().PadLeft(width));
        }

        for (var actual = 0; actual < Classes; actual++)
        {
            text.Append('\n').Append(actual.ToString().PadLeft(8));
            for (var predicted = 0; predicted < Classes; predicted++)
            {
                var count = _confusion[actual, predicted];
                text.Append((count == 0 ? "·" : count.ToString()).PadLeft(width));
            }
        }

        return text.ToString();
    }

    internal static Device DeviceOf(nn.Module network) => network.parameters().FirstOrDefault()?.device ?? CPU;

    private static Evaluation Measure(nn.Module<Tensor, Tensor> network, LabelledImages data)
    {
        using var gradients = no_grad();
        var device = DeviceOf(network);
        long[,]? confusion = null;
        var loss = 0.0;
        for (var start = 0L; start < data.Count; start += BatchSize)
        {
            using var scope = NewDisposeScope();
            var count = Math.Min(BatchSize, data.Count - start);
            var labels = data.Labels.narrow(0, start, count).to(device);
            var scores = network.call(data.Images.narrow(0, start, count).to(device));
            loss += nn.functional.cross_entropy(scores, labels, reduction: nn.Reduction.Sum).ToDouble();

            var classes = checked((int)scores.shape[1]);
            confusion ??= new long[classes, classes];
            var (actual, predicted) = (labels.cpu().data<long>().ToArray(), scores.argmax(1).cpu().data<long>().ToArray());
            for (var i = 0; i < actual.Length; i++)
            {
                confusion[actual[i], predicted[i]]++;
            }
        }

        return new(loss / data.Count, confusion ?? new long[0, 0]);
    }
}
