using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

// Lists of as many elements as somebody says, which are not all alike, or do not stay so.
class Piece : Module<Tensor, Tensor>
{
    public Module<Tensor, Tensor> fc;
    public Tensor? cache;

    public Piece(int i, int o)
        : base("")
    {
        fc = Linear(i, o);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        cache = cache is null ? x : cat(new[] { cache, x }, 0);
        return fc.call(cache);
    }
}

class Growing : Module<Tensor, Tensor>
{
    readonly ModuleList<Piece> pieces = new();
    readonly Linear head;

    public Growing(int n)
        : base("")
    {
        var width = 8;
        for (var i = 0; i < n; i++)
        {
            pieces.Add(new Piece(width, width * 2));
            width *= 2;
        }

        head = Linear(width, 3);
        RegisterComponents();
    }

    public override Tensor forward([Shape("N", 8)] Tensor x)
    {
        foreach (var piece in pieces)
        {
            x = piece.call(x);
        }

        return head.call(x);
    }
}

class Replaced : Module<Tensor, Tensor>
{
    readonly ModuleList<Piece> pieces = new();

    public Replaced(int n)
        : base("")
    {
        for (var i = 0; i < n; i++)
        {
            pieces.Add(new Piece(8, 8));
        }

        pieces[0].fc = Linear(4, 8);
        RegisterComponents();
    }

    public override Tensor forward([Shape("N", 4)] Tensor x)
    {
        foreach (var piece in pieces)
        {
            x = piece.call(x);
        }

        return x;
    }
}

class Empty : Module<Tensor, Tensor>
{
    readonly Sequential layers;
    readonly Linear head = Linear(4, 2);

    public Empty(int n)
        : base("")
    {
        var list = new List<Module<Tensor, Tensor>>();
        for (var i = 0; i < n; i++)
        {
            list.Add(Linear(8, 8));
        }

        list.Clear();
        list.Add(Linear(4, 4));
        layers = Sequential(list);
        RegisterComponents();
    }

    public override Tensor forward([Shape("N", 4)] Tensor x) => head.call(layers.call(x));
}

static class Lists
{
    static Tensor Sums(int n)
    {
        var parts = new List<Tensor>();
        for (var i = 0; i < n; i++)
        {
            parts.Add(zeros(2, 3));
        }

        parts.Add(zeros(2, 9));
        var all = cat(parts.ToArray(), 1);
        var last = parts[parts.Count - 1];
        return last + zeros(2, 9) + Linear(12, 9).call(all);
    }

    static Tensor Mixed(int n)
    {
        var parts = new List<Tensor> { zeros(2, 9) };
        for (var i = 0; i < n; i++)
        {
            parts.Add(zeros(2, 3));
        }

        return parts[0] + zeros(2, 9);
    }
}
