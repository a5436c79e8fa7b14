using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
// ---- modules nobody calls: sequences, attention
public class AttnNoTranspose : Module<Tensor, Tensor>
{
    private readonly Linear q, k, v;
    public AttnNoTranspose() : base("attn2")
    {
        q = Linear(512, 64); k = Linear(512, 32); v = Linear(512, 64);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        var Q = q.forward(x); var K = k.forward(x); var V = v.forward(x);
        var scores = matmul(Q, K.transpose(-2, -1)) / 8.0; // BUG
        return matmul(scores.softmax(-1), V);
    }
}
public class MhaHeads : Module<Tensor, Tensor>
{
    private readonly MultiheadAttention mha; private readonly Linear inp;
    public MhaHeads() : base("mha")
    {
        inp = Linear(100, 100);
        mha = MultiheadAttention(100, 8); // BUG
        RegisterComponents();
    }
    public override Tensor forward(Tensor x) { x = inp.forward(x); var (o, _) = mha.forward(x, x, x, null, false, null); return o; }
}
public class EncLayer : Module<Tensor, Tensor>
{
    private readonly Linear embed; private readonly TransformerEncoder enc;
    public EncLayer(int feat) : base("enc")
    {
        embed = Linear(feat, 256);
        var layer = TransformerEncoderLayer(512, 8, 1024);
        enc = TransformerEncoder(layer, 6);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x) => enc.forward(embed.forward(x), null, null); // BUG
}
public class LstmClassifier : Module<Tensor, Tensor>
{
    private readonly Embedding emb; private readonly TorchSharp.Modules.LSTM lstm; private readonly Linear fc;
    public LstmClassifier(int vocab, int embDim, int hidden, int classes) : base("lstm")
    {
        emb = Embedding(vocab, embDim);
        lstm = LSTM(embDim, hidden, numLayers: 2, batchFirst: true, bidirectional: true);
        fc = Linear(hidden, classes);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        var e = emb.forward(x);
        var (o, h, c) = lstm.forward(e);
        var last = o[TensorIndex.Colon, -1, TensorIndex.Colon];
        return fc.forward(last); // BUG
    }
}
public class LstmHiddenState : Module<Tensor, Tensor>
{
    private readonly TorchSharp.Modules.LSTM lstm; private readonly Linear fc; private readonly int hidden = 128, layers = 1;
    public LstmHiddenState() : base("lstm2")
    {
        lstm = LSTM(28, hidden, 2, batchFirst: true); fc = Linear(hidden, 10);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        var h0 = zeros(layers, x.size(0), hidden);
        var c0 = zeros(layers, x.size(0), hidden);
        var (o, _, _) = lstm.forward(x, (h0, c0)); // BUG
        return fc.forward(o.select(1, -1));
    }
}
public class GruSeq : Module<Tensor, Tensor>
{
    private readonly TorchSharp.Modules.GRU gru; private readonly Embedding emb; private readonly Linear fc;
    public GruSeq() : base("gru")
    {
        emb = Embedding(5000, 100); gru = GRU(128, 256); fc = Linear(256, 5000);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x) { var (o, h) = gru.forward(emb.forward(x)); return fc.forward(o); } // BUG
}
public class BiHidden : Module<Tensor, Tensor>
{
    private readonly TorchSharp.Modules.GRU gru; private readonly Linear fc;
    public BiHidden() : base("bi")
    {
        gru = GRU(40, 64, bidirectional: true, batchFirst: true); fc = Linear(64, 3);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        var (_, h) = gru.forward(x);
        var hcat = cat(new[] { h[-2], h[-1] }, dim: -1);
        return fc.forward(hcat); // BUG
    }
}
public class PosEnc : Module<Tensor, Tensor>
{
    private readonly Tensor pe; private readonly Linear emb;
    public PosEnc(int dModel = 512, int maxLen = 5000) : base("pe")
    {
        emb = Linear(32, 256);
        pe = zeros(maxLen, 512);
        var position = arange(0, maxLen).unsqueeze(1);
        var div = (arange(0, 512, 2) * (-Math.Log(10000.0) / 512)).exp();
        pe[TensorIndex.Ellipsis, TensorIndex.Slice(0, null, 2)] = (position * div).sin();
        pe[TensorIndex.Ellipsis, TensorIndex.Slice(1, null, 2)] = (position * div).cos();
        pe = pe.unsqueeze(0);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        var e = emb.forward(x);
        return e + pe.narrow(1, 0, x.size(1)); // BUG
    }
}
public class TokPos : Module<Tensor, Tensor>
{
    public sealed record GptConfig(int VocabSize, int BlockSize, int NLayer, int NHead, int NEmbd);
    private readonly Embedding wte, wpe; private readonly ModuleList<Module<Tensor, Tensor>> blocks = new(); private readonly LayerNorm lnf; private readonly Linear head;
    private sealed class Mlp : Module<Tensor, Tensor>
    {
        private readonly Linear fc, proj;
        public Mlp(GptConfig c) : base("mlp") { fc = Linear(c.NEmbd, 4 * c.NEmbd); proj = Linear(3 * c.NEmbd, c.NEmbd); RegisterComponents(); }
        public override Tensor forward(Tensor x) => proj.forward(functional.gelu(fc.forward(x))); // BUG
    }
    public TokPos(GptConfig c) : base("gpt")
    {
        wte = Embedding(c.VocabSize, c.NEmbd); wpe = Embedding(c.BlockSize, c.NEmbd);
        for (int i = 0; i < c.NLayer; i++) blocks.Add(new Mlp(c));
        lnf = LayerNorm(c.NEmbd); head = Linear(c.NEmbd, c.VocabSize);
        RegisterComponents();
    }
    public override Tensor forward(Tensor idx)
    {
        var pos = arange(idx.shape[1]);
        var x = wte.forward(idx) + wpe.forward(pos);
        foreach (var b in blocks) x = x + b.call(x);
        return head.forward(lnf.forward(x));
    }
}
public class ViTPatch : Module<Tensor, Tensor>
{
    private readonly Conv2d proj; private readonly Parameter cls, pos; private readonly Linear head;
    public ViTPatch(int img = 224, int patch = 16, int dim = 768) : base("vit")
    {
        proj = Conv2d(3, 768, 16, stride: 16);
        cls = Parameter(zeros(1, 1, 768)); pos = Parameter(zeros(1, 196, 512));
        head = Linear(768, 10);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        x = proj.forward(x).flatten(2).transpose(1, 2);
        var c = cls.expand(x.size(0), -1, -1);
        x = cat(new[] { c, x }, 1);
        x = x + pos; // BUG
        return head.forward(x.select(1, 0));
    }
}
public class TextCnn2 : Module<Tensor, Tensor>
{
    private readonly Embedding emb; private readonly ModuleList<Conv1d> convs = new(); private readonly Linear fc;
    public TextCnn2(int vocab, int classes) : base("tc2")
    {
        emb = Embedding(vocab, 300);
        foreach (var s in new[] { 3, 4, 5 }) convs.Add(Conv1d(300, 100, s));
        fc = Linear(100, classes);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        var e = emb.forward(x).permute(0, 2, 1);
        var outs = convs.Select(c => functional.relu(c.forward(e)).amax(new long[] { 2 })).ToArray();
        return fc.forward(cat(outs, 1)); // BUG
    }
}
