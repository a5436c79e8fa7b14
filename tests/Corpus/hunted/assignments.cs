using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;

namespace HuntAssignBad;

public static class RowWrongLength
{
    public static void Run()
    {
        var x = zeros(4, 8);
        x[1] = randn(5); // BUG
    }
}
public static class ColumnWrongLength
{
    public static void Run()
    {
        var table = rand(10, 3);
        var ages = tensor(new[] { 1f, 2f, 3f });
        table[.., 0] = ages; // BUG
    }
}
public static class SliceOfRow
{
    public static void Run()
    {
        var x = zeros(2, 10);
        var v = ones(4);
        x[0, TensorIndex.Slice(0, 3)] = v; // BUG
    }
}
public static class PositionalOdd
{
    class Pe : Module<Tensor, Tensor>
    {
        readonly Tensor pe;
        public Pe(long len, long d) : base("pe")
        {
            var position = arange(0, len).unsqueeze(1);
            var div = (arange(0, d, 2) * (-Math.Log(10000.0) / d)).exp();
            pe = zeros(len, d);
            pe[TensorIndex.Colon, TensorIndex.Slice(0, null, 2)] = sin(position * div);
            pe[TensorIndex.Colon, TensorIndex.Slice(1, null, 2)] = cos(position * div); // BUG
            register_buffer("pe", pe);
        }
        public override Tensor forward(Tensor x) => x + pe;
    }
    public static void Run() => new Pe(50, 17).forward(zeros(50, 17));
}
public static class PositionalNoStep
{
    public static void Run()
    {
        var pe = zeros(100, 16);
        var angle = arange(100).unsqueeze(1) * exp(arange(0, 16, 2) * -0.5);
        pe[TensorIndex.Colon, TensorIndex.Slice(0, null, 2)] = sin(angle);
        pe[TensorIndex.Colon, TensorIndex.Slice(1)] = cos(angle); // BUG
    }
}
public static class PositionalTransposed
{
    public static void Run()
    {
        int maxLen = 64, d = 32;
        var pos = arange(0, maxLen).unsqueeze(0);
        var div = pow(10000f, -arange(0, d, 2).to(float32) / d).unsqueeze(1);
        var pe = zeros(maxLen, d);
        pe[.., TensorIndex.Slice(0, null, 2)] = (pos * div).sin(); // BUG
    }
}
public static class BatchPadding
{
    public static void Run()
    {
        var seqs = new List<long[]> { new long[] { 1, 2, 3 }, new long[] { 4, 5, 6, 7 } };
        var padded = zeros(2, 5, dtype: int64);
        for (int i = 0; i < seqs.Count; i++)
            padded[i, TensorIndex.Slice(0, 3)] = tensor(seqs[i]); // BUG
    }
}
public static class BatchPaddingFull
{
    public static void Run()
    {
        var ids = tensor(new long[] { 4, 5, 6 });
        var batch = zeros(3, 8, dtype: int64);
        batch[0] = ids; // BUG
    }
}
public static class KvCache
{
    public static void Run()
    {
        var cache = zeros(2, 4, 64, 16);
        var k = randn(2, 4, 5, 8);
        cache[.., .., TensorIndex.Slice(0, 5)] = k; // BUG
    }
}
public static class KvCacheStep
{
    class Cache
    {
        public Tensor k = zeros(1, 8, 32, 16);
        public void Store(int start, Tensor v)
        {
            k[TensorIndex.Colon, TensorIndex.Colon, TensorIndex.Slice(start, start + 4)] = v; // BUG
        }
    }
    public static void Run() => new Cache().Store(0, randn(1, 8, 6, 16));
}
public static class ImagePaste
{
    public static void Run()
    {
        var canvas = zeros(3, 64, 64);
        var patch = rand(3, 16, 16);
        canvas[.., TensorIndex.Slice(10, 26), TensorIndex.Slice(10, 30)] = patch; // BUG
    }
}
public static class ImageChannelLast
{
    public static void Run()
    {
        var canvas = zeros(3, 32, 32);
        var patch = rand(8, 8, 3);
        canvas[TensorIndex.Ellipsis, TensorIndex.Slice(0, 8), TensorIndex.Slice(0, 8)] = patch; // BUG
    }
}
public static class ImageInBatch
{
    public static void Run()
    {
        var batch = empty(4, 1, 28, 28);
        var img = rand(32, 32);
        batch[0, 0] = img; // BUG
    }
}
public static class MaskOtherShape
{
    public static void Run()
    {
        var scores = randn(2, 4, 6, 6);
        var mask = ones(2, 6, 6, dtype: @bool);
        scores[mask] = -1e9; // BUG
    }
}
public static class IndexTensorValues
{
    public static void Run()
    {
        var x = zeros(10, 4);
        var rows = tensor(new long[] { 1, 5, 7 });
        x[rows] = randn(2, 4); // BUG
    }
}
public static class IndexTensorColumns
{
    public static void Run()
    {
        var onehot = zeros(6, 10);
        var labels = randint(0, 10, new long[] { 5 });
        onehot[arange(6), labels] = 1f; // BUG
    }
}
public static class OutOfRows
{
    public static void Run()
    {
        var memory = zeros(4, 8);
        memory[4] = ones(8); // BUG
    }
}
public static class TooManyIndices
{
    public static void Run()
    {
        var grid = zeros(5, 5);
        grid[0, 1, 2] = 1.5f; // BUG
    }
}
public static class ScalarPlaceVector
{
    public static void Run()
    {
        var q = zeros(10, 4);
        var best = randn(2, 4).max(1).values;
        q[3, 1] = best; // BUG
    }
}
public static class RangeEnd
{
    public static void Run()
    {
        var buf = zeros(20, 6);
        buf[..5] = randn(6, 6); // BUG
    }
}
public static class RangeFromEnd
{
    public static void Run()
    {
        var window = zeros(30);
        window[^3..] = randn(4); // BUG
    }
}
public static class HiddenStates
{
    public static void Run()
    {
        var lstm = LSTM(3, 16);
        var (o, h, c) = lstm.forward(randn(5, 2, 3));
        var all = zeros(7, 2, 32);
        all[0] = h; // BUG
    }
}
public static class BoxCoordinates
{
    public static void Run()
    {
        var boxes = rand(20, 4);
        var wh = boxes[.., TensorIndex.Slice(2, 4)] - boxes[.., TensorIndex.Slice(0, 2)];
        boxes[.., 2] = wh; // BUG
    }
}
public static class LstmForgetBias
{
    public static void Run()
    {
        var bias = zeros(64);
        int hidden = 16;
        bias[TensorIndex.Slice(hidden, 2 * hidden)] = ones(2 * hidden); // BUG
    }
}
public static class MoreDims
{
    public static void Run()
    {
        var x = zeros(4, 6);
        x[0] = randn(2, 6); // BUG
    }
}
public static class NewAxis
{
    public static void Run()
    {
        var x = zeros(3, 5);
        x[.., TensorIndex.Slice(0, 2)] = randn(3).unsqueeze(0); // BUG
    }
}
public static class LeadingOneOfHidden
{
    public static void Run()
    {
        var (o, h, c) = LSTM(3, 16).forward(randn(5, 2, 3));
        var all = zeros(7, 2, 16);
        for (int t = 0; t < 7; t++)
            all[t] = h; // BUG
    }
}
public static class LeadingOneOfElement
{
    public static void Run()
    {
        var q = zeros(10, 4);
        var best = randn(1, 4).max(1).values;
        q[3, 1] = best; // BUG
    }
}
public static class LeadingOneOfEncoded
{
    public static void Run()
    {
        var enc = Linear(5, 8);
        var table = zeros(4, 8);
        using (no_grad())
            table[2] = enc.forward(rand(1, 5)); // BUG
    }
}
public static class ColumnKeepDim
{
    public static void Run()
    {
        var table = rand(10, 3);
        table[.., 2] = table[.., ..2].sum(1, keepdim: true); // BUG
    }
}
public static class MaskedSameShape
{
    public static void Run()
    {
        var x = arange(12.0).view(3, 4);
        x[x > 5] = x * 2; // BUG
    }
}
