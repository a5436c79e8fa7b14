using System.Text.RegularExpressions;
using Mnist;
using ShapeGen.Data;
using ShapeGen.Training;
using static TorchSharp.torch;

namespace Runtime.Tests;

/// <summary>Training gets better, is repeatable, and says one line for each epoch.</summary>
public sealed class TrainerTests
{
    [Fact]
    public void A_network_learns_a_few_digits()
    {
        using var digits = Digits(64);
        using var net = new ConvNet();
        var results = new Trainer
        {
            Epochs = 12,
            BatchSize = 16,
            Output = null,
        }.Fit(net, digits, digits);
        Assert.True(results[^1].Test!.Accuracy > 0.95, $"accuracy {results[^1].Test!.Accuracy}");
        Assert.True(results[^1].Loss < results[0].Loss / 3);
        Assert.False(net.training);
    }

    [Fact]
    public void Two_runs_with_one_seed_are_equal()
    {
        var (first, second) = (Run(7), Run(7));
        Assert.Equal(first, second);
        Assert.NotEqual(first, Run(8));

        static double[] Run(long seed)
        {
            manual_seed(1);
            using var digits = Digits(40);
            using var net = new ConvNet();
            return
            [
                .. new Trainer
                {
                    Epochs = 2,
                    BatchSize = 16,
                    Seed = seed,
                    Output = null,
                }
                    .Fit(net, digits)
                    .Select(r => r.Loss),
            ];
        }
    }

    [Fact]
    public void Redirected_progress_is_one_plain_line_for_each_epoch()
    {
        var output = new StringWriter();
        using var digits = Digits(20);
        using var net = new ConvNet();
        new Trainer
        {
            Epochs = 2,
            BatchSize = 8,
            Output = output,
            IsLive = false,
        }.Fit(net, digits, digits);
        var lines = output.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.All(
            lines,
            l =>
                Assert.Matches(
                    new Regex(
                        @"^Epoch \d/2  3/3 \d+s \d+ms/step - loss: \d+\.\d{4} - accuracy: [01]\.\d{4} - test_loss: \d+\.\d{4} - test_accuracy: [01]\.\d{4}$"
                    ),
                    l
                )
        );
    }

    [Fact]
    public void Live_progress_ends_with_the_same_line_and_a_full_bar()
    {
        var output = new StringWriter();
        using var digits = Digits(20);
        using var net = new ConvNet();
        new Trainer
        {
            Epochs = 1,
            BatchSize = 8,
            Output = output,
            IsLive = true,
        }.Fit(net, digits);
        var last = output.ToString().Split('\r')[^1];
        Assert.StartsWith($"Epoch 1/1  3/3 {new string('━', 20)} ", last, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_leaves_no_tensors_behind()
    {
        using var digits = Digits(32);
        using var net = new ConvNet();
        var trainer = new Trainer
        {
            Epochs = 1,
            BatchSize = 8,
            Output = null,
        };
        trainer.Fit(net, digits, digits);
        var before = Tensor.TotalCount;
        trainer.Fit(net, digits, digits);
        Assert.InRange(Tensor.TotalCount - before, 0, 0);
    }

    [Fact]
    public void The_confusion_matrix_counts_every_sample()
    {
        using var images = new LabelledImages(
            tensor(new float[] { 1, 0, 0, 0, 1, 0, 1, 0, 0 }).reshape(3, 3, 1, 1),
            tensor(new long[] { 0, 1, 2 })
        );
        using var net = nn.Flatten();
        var evaluation = Evaluation.Of(net, images);
        Assert.Equal((3, 3, 2.0 / 3), (evaluation.Classes, evaluation.Count, evaluation.Accuracy));
        Assert.Equal(
            (1, 1, 1, 0),
            (evaluation.Confused(0, 0), evaluation.Confused(1, 1), evaluation.Confused(2, 0), evaluation.Confused(2, 2))
        );
        Assert.Equal(
            " is \\ as    0    1    2\n       0    1    ·    ·\n       1    ·    1    ·\n       2    1    ·    ·",
            evaluation.ToString()
        );
        Assert.True(net.training);
    }

    [Theory]
    [InlineData(129, 64, new[] { 64, 65 })]
    [InlineData(130, 64, new[] { 64, 64, 2 })]
    [InlineData(128, 64, new[] { 64, 64 })]
    [InlineData(1, 64, new[] { 1 })]
    [InlineData(3, 1, new[] { 1, 1, 1 })]
    public void A_single_sample_that_is_left_over_goes_with_the_batch_before(int samples, int batchSize, int[] counts)
    {
        var batches = new Trainer { BatchSize = batchSize }
            .Batches(samples)
            .ToArray();
        Assert.Equal(counts, batches.Select(b => b.Count));
        Assert.Equal(samples, batches[^1].Start + batches[^1].Count);
    }

    [Fact]
    public void Measuring_leaves_each_module_in_its_mode()
    {
        using var digits = Digits(4);
        using var net = new ConvNet();
        net.dropout1.eval();
        Evaluation.Of(net, digits);
        Assert.True(net.training);
        Assert.True(net.conv1.training);
        Assert.False(net.dropout1.training);
    }

    [Fact]
    public void Rows_are_learned_as_images_are()
    {
        using var rows = new LabelledImages(randn(9, 5), zeros(9, dtype: ScalarType.Int64));
        using var net = nn.Sequential(("norm", nn.BatchNorm1d(5)), ("linear", nn.Linear(5, 2)));
        var result = new Trainer
        {
            Epochs = 2,
            BatchSize = 4,
            Output = null,
        }.Fit(net, rows, rows)[^1];
        Assert.True(double.IsFinite(result.Test!.Loss));
    }

    [Fact]
    public void Images_without_their_labels_are_refused()
    {
        using var images = zeros(2, 1, 4, 4);
        using var labels = zeros(3, dtype: ScalarType.Int64);
        var message = Assert.Throws<ArgumentException>(() => new LabelledImages(images, labels)).Message;
        Assert.Equal("Expected samples (N, …) and labels (N) of Int64, but got samples (2, 1, 4, 4) and labels (3) of Int64.", message);
    }

    private static LabelledImages Digits(int count)
    {
        using var all = LabelledImages.ReadMnist(Path.Combine(AppContext.BaseDirectory, "data"), "t10k");
        return new(all.Images.narrow(0, 0, count).clone(), all.Labels.narrow(0, 0, count).clone());
    }
}
