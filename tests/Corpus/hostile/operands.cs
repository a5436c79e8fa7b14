using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
namespace HostOperands;
public static class IndexAdd
{
    public static void Run()
    {
        var x = zeros(5, 3); var i = tensor(new long[] { 0, 2, 2 });
        x.index_add_(0, i, ones(3, 3), 1); x.index_add(0, i, ones(3, 3), 2); x.index_copy_(0, i, ones(3, 3));
        x.index_add_(-1, tensor(new long[] { 0, 1 }), ones(5, 2), 1); x.index_copy(1, tensor(new long[] { 1 }), ones(5, 1));
        zeros(5).index_add_(0, i, ones(3), 1); x.index_add_(0, tensor(1L), ones(1, 3), 1); zeros(5).index_add_(0, tensor(1L), ones(1), 1);
        x.index_copy_(0, tensor(1L), ones(1, 3)); zeros(5).index_copy_(0, tensor(1L), tensor(2f)); zeros(5).index_copy_(0, tensor(new long[] { 1 }), ones(1));
        x.index_fill_(0, i, 2); x.index_fill_(1, tensor(0L), 1); x.index_add_(0, zeros(0, dtype: int64), zeros(0, 3), 1);
    }
}
public static class SegmentSum
{
    static Tensor Sum(Tensor src, Tensor seg, long n) { var o = zeros(n, src.shape[1]); return o.index_add(0, seg, src, 1); }
    static Tensor Mean([Shape("E", "F")] Tensor src, [Shape("E")] Tensor seg, long n) { var s = zeros(n, src.shape[1]).index_add(0, seg, src, 1); var c = zeros(n).index_add(0, seg, ones(src.shape[0]), 1); return s / c.clamp(min: 1).unsqueeze(1); }
    static Tensor Max(Tensor src, Tensor seg, long n) => zeros(n, src.shape[1]).scatter_add(0, seg.unsqueeze(1).expand_as(src), src);
    public static void Run() { var seg = tensor(new long[] { 0, 0, 1, 2 }); Linear(6, 1).forward(Sum(randn(4, 6), seg, 3)); Mean(randn(4, 6), seg, 3); Max(randn(4, 6), seg, 3); }
}
public static class Scatters
{
    public static void Run()
    {
        var x = zeros(4, 5); var i = tensor(new long[,] { { 0, 1 }, { 2, 3 } });
        x.scatter(1, i, ones(2, 2)); x.scatter_(1, i, ones(4, 5)); x.scatter_add_(0, i, ones(2, 2)); x.scatter(0, i, ones(3, 7));
        x.scatter_(1, randint(0, 5, new long[] { 4, 1 }), ones(4, 1)); x.scatter(1, randint(0, 5, new long[] { 4, 9 }), ones(4, 9));
        x.scatter(0, randint(0, 4, new long[] { 8, 5 }), ones(8, 5)); zeros(5).scatter(0, tensor(new long[] { 1, 2 }), ones(2)); zeros(5).scatter(0, tensor(1L), ones(1));
        var labels = randint(0, 5, new long[] { 4 }); zeros(4, 5).scatter_(1, labels.unsqueeze(1), ones(4, 1)); x.scatter_add(1, labels.view(-1, 1), ones(4, 5));
        x.scatter(1, zeros(0, 0, dtype: int64), ones(1, 1)); x.gather(1, labels.unsqueeze(1)); x.gather(0, i); x.gather(1, randint(0, 5, new long[] { 2, 9 }));
        x.gather(0, randint(0, 4, new long[] { 9, 2 })); x.take_along_dim(labels.unsqueeze(1), 1); x.index_select(0, tensor(new long[] { 3, 3, 3, 3, 3 }));
    }
}
public static class ScatterSlices
{
    public static void Run()
    {
        var x = zeros(4, 5);
        x.select_scatter(ones(5), 0, 1); x.select_scatter(ones(4), 1, -1); x.slice_scatter(ones(2, 5), 0, 1, 3); x.slice_scatter(ones(4, 2), 1, 0, 4, 2); x.slice_scatter(ones(4, 5));
        x.slice_scatter(ones(2, 5), 0, 2); x.slice_scatter(ones(2, 5), 0, -2); x.slice_scatter(ones(3, 5), 0, 0, -1); x.slice_scatter(ones(4, 5), 0, 0, 100);
        x.diagonal_scatter(ones(4)); x.diagonal_scatter(ones(4), 1); x.diagonal_scatter(ones(3), -1);
        x.masked_scatter_(x > 1, ones(3)); x.masked_scatter(x <= 0, ones(20)); x.masked_scatter_(tensor(new[] { true, false, true, false, false }), ones(20));
        x.masked_fill(ones(4, 1).to(ScalarType.Bool), 1); x.masked_fill(tensor(true), 1);
    }
}
public static class NormWeights
{
    public static void Run()
    {
        var x = randn(2, 6, 8, 8);
        functional.layer_norm(x, new long[] { 8 }, ones(8), zeros(8)); functional.layer_norm(x, new long[] { 8, 8 }, ones(8, 8), zeros(8, 8)); functional.layer_norm(x, new long[] { 6, 8, 8 });
        functional.layer_norm(x, new[] { x.shape[^1] }, ones(x.shape[3])); functional.group_norm(x, 3, ones(6), zeros(6)); functional.group_norm(x, 1); functional.group_norm(randn(2, 6), 2, ones(6));
        functional.batch_norm(x, zeros(6), ones(6), ones(6), zeros(6)); functional.instance_norm(x); functional.batch_norm(x, zeros(6), ones(6), training: true);
        functional.layer_norm(x, x.shape[1..]); var ln = LayerNorm(new long[] { 8, 8 }); functional.layer_norm(x, ln.normalized_shape, ln.weight, ln.bias); functional.layer_norm(x, x.shape[^2..], ones(x.shape[^2..]));
        functional.prelu(x, tensor(new float[] { 0.1f })); functional.prelu(x, ones(6)); functional.prelu(x, tensor(0.1f));
    }
}
public static class Rolls
{
    public static void Run()
    {
        var x = randn(4, 5, 6);
        x.roll(1); x.roll(1, 0); x.roll(new long[] { 1, 2 }, new long[] { 0, -1 }); x.roll(-2, 1); torch.roll(x, 7, 2); x.roll(new long[] { 1, 1 }, new long[] { 0, 0 }); x.roll((1, 2), (0, 1)); x.roll(new long[] { 3 }); x.roll(new long[] { 3 }, new long[] { 1 });
        var s = new[] { 1L, 2 }; x.roll(s, new long[] { 1, 2 }); x.roll(s.Select(v => -v).ToArray(), new long[] { 1, 2 });
        tensor(2f).roll(1);
    }
}
public static class Clamps
{
    static Tensor C(Tensor x, double? lo, double? hi) => x.clamp(lo, hi);
    static Tensor D(Tensor x, Scalar lo = null, Scalar hi = null) => lo is null && hi is null ? x : x.clamp(lo, hi);
    public static void Run()
    {
        var x = randn(4, 5);
        x.clamp(0); x.clamp(max: 1); x.clamp(0, 1); x.clamp(zeros(5), ones(4, 1)); x.clamp(min: zeros(4, 5)); x.clip(0.1, 0.9); x.clamp_min(0); x.clamp_max(1); torch.clamp(x, -1, 1); x.clamp(null, 1); x.clamp(0, null);
        D(x); D(x, 0); D(x, hi: 1); x.clamp(tensor(0f), tensor(1f)); x.clamp_(max: 2);
    }
}
public static class Kth
{
    public static void Run()
    {
        var x = randn(4, 5);
        x.kthvalue(5, 1); x.kthvalue(1, 0); x.kthvalue(4, 0); torch.kthvalue(x, 3, -1, true); tensor(2f).kthvalue(1, 0); x.flatten().kthvalue(20, 0); var k = (int)(0.9 * 20); x.view(-1).kthvalue(k, 0);
        x.topk(5); x.topk(4, 0); x.median(); x.mode(0); x.quantile(tensor(0.5f)); x.quantile(tensor(new float[] { 0.1f, 0.9f }), 1);
    }
}
public static class Norms
{
    public static void Run()
    {
        var x = randn(2, 3, 4);
        linalg.norm(x); linalg.norm(x, dims: new long[] { 1, 2 }); linalg.norm(x[0], "fro"); linalg.norm(x[0], 2); linalg.norm(x[0, 0], 1); linalg.norm(x, 2, new long[] { 1 }); linalg.norm(x, "nuc", new long[] { 0, 1 });
        linalg.vector_norm(x, 2); linalg.vector_norm(x, 2, new long[] { 0, 1, 2 }); linalg.matrix_norm(x); linalg.matrix_norm(x, "fro", new long[] { 0, 2 }); x.norm(); x.norm(1); x.norm(0, true); linalg.norm(x[0], double.PositiveInfinity); linalg.norm(x, dims: new long[] { -1 }, keepdim: true);
        linalg.norm(tensor(3f)); linalg.vector_norm(tensor(3f), 2); x.renorm(2, 0, 1);
    }
}
public static class Buckets
{
    public static void Run()
    {
        var b = tensor(new float[] { 0, 1, 2 });
        torch.bucketize(randn(4, 5), b); torch.bucketize(tensor(1.5f), b); torch.bucketize(arange(3), tensor(new long[] { 1, 2 })); torch.searchsorted(b, randn(5)); torch.searchsorted(randn(2, 3).sort(1).Values, randn(2, 5)); torch.bucketize(randn(3), linspace(0, 1, 5), right: true);
        torch.histc(randn(20), 5, 0, 1); torch.bincount(tensor(new long[] { 0, 1, 1 }), tensor(new float[] { 1, 2, 3 })); torch.bucketize(randint(0, 9, new long[] { 3 }), b);
        torch.isin(arange(3), tensor(new long[] { 1 })); 
    }
}
public static class Ranking
{
    public static void Run()
    {
        var (a, p, n) = (randn(4, 8), randn(4, 8), randn(4, 8));
        functional.triplet_margin_loss(a, p, n); functional.triplet_margin_loss(a[0], p[0], n[0]); functional.triplet_margin_loss(a, p[0..1], n); functional.triplet_margin_loss(a.unsqueeze(1), p.unsqueeze(1), randn(4, 5, 8));
        functional.margin_ranking_loss(randn(4), randn(4), ones(4)); functional.margin_ranking_loss(randn(4, 1), randn(4, 1), ones(4, 1)); functional.margin_ranking_loss(randn(4, 1), randn(1, 4), ones(4, 4)); functional.margin_ranking_loss(randn(4), randn(4), ones(1));
        functional.cosine_embedding_loss(a, p, ones(4)); functional.cosine_embedding_loss(a[0], p[0], tensor(1f)); functional.cosine_embedding_loss(a, p, -ones(4)); functional.hinge_embedding_loss(a, ones(4, 8)); functional.soft_margin_loss(a, ones(4, 8)); functional.soft_margin_loss(a, ones(8)); functional.soft_margin_loss(a, tensor(1f));
        functional.multilabel_soft_margin_loss(a, ones(4, 8)); functional.multi_margin_loss(a, randint(0, 8, new long[] { 4 })); functional.multi_margin_loss(a[0], tensor(3L)); functional.multilabel_soft_margin_loss(a[0], ones(8));
        TripletMarginLoss().forward(a, p, n); MarginRankingLoss().forward(randn(4), randn(4), ones(4)); CosineEmbeddingLoss().forward(a, p, ones(4)); TripletMarginWithDistanceLoss().forward(a, p, n);
    }
}
public static class Sdpa
{
    public static void Run()
    {
        var (q, k, v) = (randn(2, 4, 5, 8), randn(2, 4, 7, 8), randn(2, 4, 7, 8));
        functional.scaled_dot_product_attention(q, k, v); functional.scaled_dot_product_attention(q, k, v, zeros(5, 7)); functional.scaled_dot_product_attention(q, q, q, is_casual: true); functional.scaled_dot_product_attention(q, k, v, ones(5, 7).to(ScalarType.Bool)); functional.scaled_dot_product_attention(q, q, q, null, 0.0, true); functional.scaled_dot_product_attention(q, k, v, zeros(2, 1, 5, 7)); functional.scaled_dot_product_attention(q, k, v, zeros(2, 1, 1, 7).to(ScalarType.Bool).logical_not());
        functional.scaled_dot_product_attention(q[0], k[0], v[0]); functional.scaled_dot_product_attention(q, k, randn(2, 4, 7, 16));
        Tensor mask = null; functional.scaled_dot_product_attention(q, q, q, mask, is_casual: mask is null);
        foreach (var m in new[] { null, zeros(5, 5) }) functional.scaled_dot_product_attention(q, q, q, m, is_casual: m is null);
    }
}
public static class SumTyped
{
    public static void Run()
    {
        var x = randn(4, 5);
        x.sum(ScalarType.Float64).item<double>(); x.sum(1); x.sum(new long[] { 0 }); x.sum(0, type: null); x.sum(-1); x.sum(dim: 0); torch.sum(x, 0); x.sum(0, 1); x.sum(0, false); x.sum(0, true); x.sum(float64).item<double>(); x.mean(new long[] { 0 }); x.sum(type: ScalarType.Int64); x.sum((ScalarType)6); ScalarType t = 0; x.sum(t); const int D = 0; x.sum(new long[] { D }); long d = 0; x.sum(d); int e = 0; x.sum(e); // HINT
    }
}
public static class SumZeroMeant
{
    public static void Run()
    {
        var v = randn(5); var total = v.sum(0).ToSingle() ; // HINT
        var b = tensor(new byte[] { 1, 2 }); var t = b.sum(0);  // HINT
    }
}
