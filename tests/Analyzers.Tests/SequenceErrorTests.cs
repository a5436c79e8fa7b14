namespace Analyzers.Tests;

/// <summary>What does not fit of sequences, of branches, and where a size is known at run time only.</summary>
public sealed class SequenceErrorTests
{
    [Theory]
    // Sequences.
    [InlineData("Input(12, 8), LSTM(6, 16)", "SHG0013", "6", "LSTM declares 6 input features, but the input has 8")]
    [InlineData("Input(8), LSTM(16)", "SHG0011", "LSTM(16)", "LSTM takes sequences, (N, T, features), but the input is (N, 8)")]
    [InlineData(
        "Input(12, 8), LSTM(16, Dropout = 0.2)",
        "SHG0026",
        "0.2",
        "Dropout of LSTM has no effect: it stands between layers, and NumLayers is 1"
    )]
    [InlineData(
        "Input(5), LSTMCell(3, Hidden = \"input\")",
        "SHG0027",
        "\"input\"",
        "LSTMCell takes a state (N, 3), but its hidden size is 3 and 'input' is (N, 5)"
    )]
    [InlineData(
        "Input(12, 10), MultiheadAttention(4)",
        "SHG0017",
        "4",
        "NumHeads = 4 of MultiheadAttention does not divide the 10 features"
    )]
    [InlineData(
        "Input(12, 10), Linear(8), MultiheadAttention(4, Key = \"input\")",
        "SHG0027",
        "\"input\"",
        "MultiheadAttention takes sequences of one width, but Linear gives it (N, 12, 8) and 'input' is (N, 12, 10)"
    )]
    [InlineData(
        "Input(12, 8), MultiheadAttention(4, Key = \"input\", IsCausal = true)",
        "SHG0010",
        "true",
        "IsCausal of MultiheadAttention is for attention to the sequence itself, and must not be given beside Key or Value"
    )]
    [InlineData(
        "Input(12, 10), TransformerEncoder(4, 2)",
        "SHG0017",
        "4",
        "NHead = 4 of TransformerEncoder does not divide the 10 features"
    )]
    [InlineData(
        "Input(12, 10), Linear(8), TransformerDecoder(\"input\", 4, 2)",
        "SHG0027",
        "\"input\"",
        "TransformerDecoder takes sequences of one width, but Linear gives it (N, 12, 8) and 'input' is (N, 12, 10)"
    )]
    [InlineData(
        "Input(60, 8), PositionalEncoding(50)",
        "SHG0010",
        "50",
        "MaxLength of PositionalEncoding must be at least the length 60, but is 50"
    )]
    [InlineData(
        "Input(20), Embedding(100, 8)",
        "SHG0025",
        "Embedding(100, 8)",
        "Embedding takes integers, but the input has floating-point numbers; write DType = DType.Int64 in Input"
    )]
    [InlineData(
        "Input(20), Linear(5), Embedding(100, 8)",
        "SHG0025",
        "Embedding(100, 8)",
        "Embedding takes integers, but Linear gives it floating-point numbers"
    )]
    [InlineData(
        "Input(20, DType = DType.Int64), Linear(5)",
        "SHG0025",
        "Linear(5)",
        "Linear takes floating-point numbers, but the input has integers"
    )]
    [InlineData(
        "Input(20, DType = DType.Int64), Embedding(10, 4, PaddingIdx = 10)",
        "SHG0010",
        "10",
        "PaddingIdx of Embedding must be an index into 10 vectors, but is 10"
    )]
    [InlineData(
        "Input(20, DType = DType.Int64), EmbeddingBag(10, 4, Mode = BagMode.Max, Sparse = true)",
        "SHG0010",
        "true",
        "Sparse of EmbeddingBag must be false with Mode = Max"
    )]
    // Branches.
    [InlineData(
        "Input(3, 8, 8), As(\"x\"), Conv2d(4, 3, Padding = Same), Add(\"x\")",
        "SHG0027",
        "\"x\"",
        "Add takes tensors of one shape, but Conv2d gives it (N, 4, 8, 8) and 'x' is (N, 3, 8, 8): dimension 1 is 4 and 3"
    )]
    [InlineData(
        "Input(3, 8, 8), Conv2d(4, 3, Name = \"a\"), ReLU, Mul(\"a\", \"input\")",
        "SHG0027",
        "\"input\"",
        "Mul takes tensors of one shape, but Conv2d gives it (N, 4, 6, 6) and 'input' is (N, 3, 8, 8): dimension 3 is 6 and 8"
    )]
    [InlineData(
        "Input(3, 8, 8), As(\"x\"), MaxPool2d(2), Concat(\"x\")",
        "SHG0027",
        "\"x\"",
        "Concat takes tensors that differ in dimension 1 only, but MaxPool2d gives it (N, 3, 4, 4) and 'x' is (N, 3, 8, 8): dimension 2 is 4 and 8"
    )]
    [InlineData(
        "Input(3, 8, 8), As(\"x\"), Flatten, Concat(\"x\")",
        "SHG0027",
        "\"x\"",
        "Concat takes tensors that differ in dimension 1 only, but Flatten gives it (N, 192) and 'x' is (N, 3, 8, 8): 2 dimensions and 4"
    )]
    [InlineData(
        "Input(8), Linear(8), Concat(\"input\", Dim = 0)",
        "SHG0016",
        "0",
        "Concat(0) does not keep the batch: it makes one batch of several"
    )]
    [InlineData(
        "Input(3, 8, 8), As(\"trunk\"), Conv2d(3, 1), Add(\"tronk\")",
        "SHG0010",
        "\"tronk\"",
        "Others of Add must be the name of an earlier layer, but 'tronk' is none; did you mean 'trunk'?"
    )]
    [InlineData("Input(8), As(\"x\"), Linear(2)", "SHG0026", "As(\"x\")", "As(\"x\") has no effect: no layer takes what it names")]
    [InlineData(
        "Input(8, DType = DType.Int64), As(\"ids\"), Embedding(10, 8), Mean(2), RNNCell(8, Hidden = \"ids\")",
        "SHG0025",
        "\"ids\"",
        "RNNCell takes floating-point numbers, but 'ids' has integers"
    )]
    [InlineData(
        "Input(4, 5), RReLU(Lower = 0.5, Upper = 0.1)",
        "SHG0010",
        "0.1",
        "Upper of RReLU must leave Lower at most Upper, but 0.5 is above 0.1"
    )]
    [InlineData("Input(5), Bilinear(null!, 3)", "SHG0010", "null!", "Input2 of Bilinear must be the name of a layer, but is null")]
    [InlineData("Input(5), Add(\"input\", null!)", "SHG0010", "\"input\", null!", "Others of Add must be the name of a layer, but is null")]
    [InlineData(
        "Input(4, 5, 5), Upsample(ScaleFactor = double.PositiveInfinity)",
        "SHG0010",
        "double.PositiveInfinity",
        "ScaleFactor of Upsample must be above 0 and at most 1000000, but is Infinity"
    )]
    [InlineData(
        "Input(9, 5), Permute(1, 0, 2), LSTM(4), Permute(1, 0, 2)",
        "SHG0020",
        "LSTM(4)",
        "LSTM takes dimension 1 of (9, N, 5), the batch, for steps"
    )]
    [InlineData(
        "Input(4), Linear(1, Name = \"a\"), Squeeze(1), Add(\"a\")",
        "SHG0020",
        "\"a\"",
        "Add sets the batch of (N, 1) beside another dimension of (N): sizes are matched from the last one on"
    )]
    // One dimension for another.
    [InlineData(
        "Input(50, DType = DType.Int64), Embedding(100, 32), Dropout, Conv1d(16, 3)",
        "SHG0028",
        "Conv1d(16, 3)",
        "Conv1d takes the steps of a sequence for channels: Embedding gives it (N, 50, 32); Permute(0, 2, 1) puts the features first"
    )]
    [InlineData(
        "Input(40, 100), Conv1d(16, 3, Padding = Same), ReLU, LSTM(8)",
        "SHG0028",
        "LSTM(8)",
        "LSTM takes channels for the steps of a sequence: Conv1d gives it (N, 16, 100); Permute(0, 2, 1) puts the steps first"
    )]
    [InlineData(
        "Input(40, 10), GRU(16), BatchNorm1d",
        "SHG0028",
        "BatchNorm1d",
        "BatchNorm1d takes the steps of a sequence for channels: GRU gives it (N, 40, 16); Permute(0, 2, 1) puts the features first"
    )]
    [InlineData(
        "Input(40, 10), TransformerEncoderLayer(2), GlobalAvgPool1d",
        "SHG0028",
        "GlobalAvgPool1d",
        "GlobalAvgPool1d takes the steps of a sequence for channels: TransformerEncoderLayer gives it (N, 40, 10); Permute(0, 2, 1) puts the features first"
    )]
    // Sizes that only a call knows.
    [InlineData(
        "Input(Dim.Any, 13), Conv1d(8, 3)",
        "SHG0010",
        "Conv1d(8, 3)",
        "InChannels of Conv1d must be known when the network is made, but is T; Permute(0, 2, 1) before it puts the other dimension there"
    )]
    [InlineData(
        "Input(3, Dim.Any, Dim.Any), MaxPool2d(2, CeilMode = true), Flatten, Linear(10)",
        "SHG0010",
        "Linear(10)",
        "InFeatures of Linear must be known when the network is made, but is 3·S1·S2; GlobalAvgPool2d in the place of Flatten gives a size that is known"
    )]
    [InlineData(
        "Input(Dim.Any, 8), Reshape(-1, 8), Linear(4)",
        "SHG0016",
        "8",
        "Reshape(-1, 8) does not keep the batch: one sample has 8·T values (T×8), and as many rows as that makes would stand where the batch should stay"
    )]
    [InlineData(
        "Input(Dim.Any), Linear(3)",
        "SHG0010",
        "Linear(3)",
        "InFeatures of Linear must be known when the network is made, but is T"
    )]
    [InlineData(
        "Input(Dim.Any, 4), Flatten, Linear(3)",
        "SHG0010",
        "Linear(3)",
        "InFeatures of Linear must be known when the network is made, but is 4·T; Mean(1) in the place of Flatten gives a size that is known"
    )]
    [InlineData(
        "Input(3, Dim.Any, Dim.Any), Conv2d(8, 3, Stride = 2, Padding = Same)",
        "SHG0010",
        "Same",
        "Padding of Conv2d can be Same only if the stride is 1 or the size is known"
    )]
    [InlineData(
        "Input(Dim.Any, 4), Squeeze(1)",
        "SHG0010",
        "1",
        "Dim of Squeeze must name a dimension of size 1, but dimension 1 of (N, T, 4) is known at run time only"
    )]
    public async Task Is_reported_once_at_its_cause(string attributes, string id, string at, string message)
    {
        var finding = await Finding.OnlyIn($"[Network, {attributes}]");
        Assert.Equal((id, at, message), (finding.Id, finding.At, finding.Message));
    }
}
