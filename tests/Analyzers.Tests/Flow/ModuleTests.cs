namespace Analyzers.Tests.Flow;

/// <summary>Networks as people write them: what their constructors build and their forward computes is followed.</summary>
public sealed class ModuleTests
{
    private const string Block = """
        class Block : Module<Tensor, Tensor>
        {
            readonly Module<Tensor, Tensor> conv, norm; readonly Module<Tensor, Tensor>? down;
            public Block(int i, int o, int stride) : base("b")
            {
                conv = Conv2d(i, o, 3, stride: stride, padding: 1); norm = BatchNorm2d(o);
                if (stride != 1 || i != o) down = Conv2d(i, o, 1, stride: stride);
                RegisterComponents();
            }
            public override Tensor forward(Tensor x) { var y = norm.call(conv.call(x)); return y + (down is null ? x : down.call(x)); }
        }

        """;

    [Theory]
    [InlineData(
        "a list of modules that a loop fills",
        """
            class Net : Module<Tensor, Tensor>
            {
                private readonly ModuleList<Module<Tensor, Tensor>> layers = new();
                public Net(int n, long width) : base("") { for (int i = 0; i < n; i++) layers.Add(Linear(width * (i + 1), width * (i + 2))); RegisterComponents(); }
                public override Tensor forward(Tensor x) { foreach (var layer in layers) x = functional.relu(layer.call(x)); return x; }
            }
            static class Program { static void Run() => See(new Net(3, 16).call(zeros(4, 16))); }
            """,
        "(4, 64)"
    )]
    [InlineData(
        "as many blocks as somebody says, in a list and in a Sequential",
        """
            class Blk : Module<Tensor, Tensor>
            {
                readonly Linear a, b; Tensor? last;
                public Blk(int d) : base("") { a = Linear(d, 4 * d); b = Linear(4 * d, d); RegisterComponents(); }
                public override Tensor forward(Tensor x) { last = x; return x + b.call(a.call(x).relu()); }
            }
            class Net : Module<Tensor, Tensor>
            {
                readonly ModuleList<Blk> blocks; readonly Sequential more;
                public Net(int d, int n) : base("")
                {
                    blocks = ModuleList(Enumerable.Range(0, n).Select(_ => new Blk(d)).ToArray());
                    var list = new List<Module<Tensor, Tensor>>();
                    for (int i = 0; i < n; i++) list.Add(new Blk(d));
                    more = Sequential(list); RegisterComponents();
                }
                public override Tensor forward(Tensor x)
                {
                    foreach (var block in blocks) x = block.call(x);
                    for (int i = 0; i < blocks.Count; i++) x = blocks[i].call(x);
                    return more.call(x);
                }
            }
            static class Program { static void Run(int n) => See(new Net(16, n).call(zeros(4, 16))); }
            """,
        "(4, 16)"
    )]
    [InlineData(
        "a Sequential of names, from a list and in place",
        """
            class Net : Module<Tensor, Tensor>
            {
                readonly Sequential features, head;
                public Net() : base("")
                {
                    var list = new List<(string, Module<Tensor, Tensor>)>();
                    list.Add(("conv", Conv2d(3, 8, 3, padding: 1))); list.Add(("relu", ReLU()));
                    features = Sequential(list); head = Sequential(("flat", Flatten()), ("fc", Linear(8 * 32 * 32, 10)));
                }
                public override Tensor forward(Tensor x) => head.forward(features.forward(x));
            }
            static class Program { static void Run() => See(new Net().call(zeros(4, 3, 32, 32))); }
            """,
        "(4, 10)"
    )]
    [InlineData(
        "a helper that makes layers and changes a field",
        Block
            + """
                class Net : Module<Tensor, Tensor>
                {
                    private int inplanes = 64; readonly Module<Tensor, Tensor> stem, a, b, fc;
                    public Net() : base("")
                    {
                        stem = Sequential(Conv2d(3, 64, 7, stride: 2, padding: 3), MaxPool2d(3, stride: 2, padding: 1));
                        a = Make(64, 2, 1); b = Make(128, 2, 2); fc = Linear(128, 10);
                    }
                    private Module<Tensor, Tensor> Make(int planes, int blocks, int stride)
                    {
                        var layers = new List<Module<Tensor, Tensor>> { new Block(inplanes, planes, stride) };
                        inplanes = planes;
                        for (int i = 1; i < blocks; i++) layers.Add(new Block(inplanes, planes, 1));
                        return Sequential(layers);
                    }
                    public override Tensor forward(Tensor x) => fc.call(See(functional.adaptive_avg_pool2d(b.call(a.call(stem.call(x))), 1).flatten(1)));
                }
                static class Program { static void Run() { using var net = new Net(); See(net.call(rand(2, 3, 224, 224))); } }
                """,
        "(2, 128)",
        "(2, 10)"
    )]
    [InlineData(
        "a base class that calls what the class overrides",
        """
            abstract class Base : Module<Tensor, Tensor>
            {
                protected readonly Module<Tensor, Tensor> fc;
                protected Base(string name, long a, long b) : base(name) => fc = Linear(a, b);
                protected abstract Tensor Before(Tensor x);
                public override Tensor forward(Tensor x) => fc.call(Before(x));
            }
            class Net : Base { public Net() : base("d", 20, 5) { } protected override Tensor Before(Tensor x) => x.sum(1); }
            static class Program { static void Run() => See(new Net().call(zeros(4, 7, 20))); }
            """,
        "(4, 5)"
    )]
    [InlineData(
        "a primary constructor with a record, attention by hand",
        """
            record Config(int Width, int Heads);
            class Net(Config c) : Module<Tensor, Tensor>("g")
            {
                readonly Linear qkv = Linear(c.Width, c.Width * 3);
                public override Tensor forward(Tensor x)
                {
                    long b = x.shape[0], t = x.shape[1];
                    var parts = qkv.call(x).chunk(3, -1);
                    var k = parts[0].view(b, t, c.Heads, c.Width / c.Heads).transpose(1, 2);
                    return See(k.matmul(k.transpose(-2, -1))).matmul(k).transpose(1, 2).contiguous().view(b, t, c.Width);
                }
            }
            static class Program { static void Run() => See(new Net(new Config(64, 8)).call(zeros(2, 10, 64))); }
            """,
        "(2, 8, 10, 10)",
        "(2, 10, 64)"
    )]
    [InlineData(
        "lambdas, LINQ, local functions and static lists",
        """
            static class Program
            {
                static readonly int[] _widths = { 8, 16 };
                static void Run()
                {
                    Func<int, Module<Tensor, Tensor>> make = n => Linear(n, n * 2);
                    var layers = Enumerable.Range(0, 3).Select(i => make(4 << i)).ToArray();
                    Tensor x = ones(2, 4);
                    foreach (var layer in layers) x = layer.call(x);
                    See(x);
                    var image = zeros(1, 3, 8, 8);
                    long channels = 3;
                    foreach (var width in _widths) { image = Conv2d(channels, width, 3, padding: 1).call(image); channels = width; }
                    See(image);
                    Tensor Add(Tensor y) => y.unsqueeze(0);
                    See(Add(x));
                }
            }
            """,
        "(2, 32)",
        "(1, 16, 8, 8)",
        "(1, 2, 32)"
    )]
    [InlineData(
        "a head that is replaced, also where the object is made",
        """
            class Net : Module<Tensor, Tensor>
            {
                public Module<Tensor, Tensor> fc { get; set; } = Linear(8, 4);
                public Net() : base("") { }
                public override Tensor forward(Tensor x) => fc.call(x);
            }
            static class Program
            {
                static void Run() { var net = new Net(); net.fc = Linear(8, 2); See(net.call(zeros(3, 8))); See(new Net { fc = Linear(8, 6) }.call(zeros(3, 8))); }
            }
            """,
        "(3, 2)",
        "(3, 6)"
    )]
    [InlineData(
        "a cache that grows from call to call",
        """
            class Net : Module<Tensor, Tensor>
            {
                Tensor? cache; readonly Linear k = Linear(8, 8);
                public Net() : base("") { }
                public override Tensor forward(Tensor x) { var n = k.call(x); cache = cache is null ? n : cat(new[] { cache, n }, 1); return cache; }
            }
            static class Program { static void Run() { var net = new Net(); See(net.call(zeros(1, 5, 8))); See(net.call(zeros(1, 1, 8))); } }
            """,
        "(1, 5, 8)",
        "(1, 6, 8)"
    )]
    [InlineData(
        "a training loop over what is not known",
        """
            static class Program
            {
                static void Run(IEnumerable<(Tensor, Tensor)> loader)
                {
                    var net = Sequential(Linear(16, 10)); var loss = CrossEntropyLoss();
                    for (int epoch = 0; epoch < 100000; epoch++)
                        foreach (var (data, target) in loader)
                        {
                            var output = net.call(zeros(32, 16));
                            if (epoch == 0 && data.shape[0] == 1) See(output);
                        }
                }
            }
            """,
        "(32, 10)"
    )]
    [InlineData(
        "layers that a switch and a flag choose",
        """
            class Net : Module<Tensor, Tensor>
            {
                readonly Module<Tensor, Tensor> act, fc;
                public Net(string kind, bool wide) : base("") { act = kind switch { "relu" => ReLU(), "gelu" => GELU(), _ => throw new ArgumentException() }; fc = wide ? Linear(4, 100) : Linear(4, 10); }
                public override Tensor forward(Tensor x) => act.call(fc.call(x));
            }
            static class Program { static void Run(bool wide) { See(new Net("gelu", true).call(zeros(2, 4))); See(new Net("relu", wide).call(zeros(2, 4))); } }
            """,
        "(2, 100)",
        "(…)"
    )]
    [InlineData(
        "loops within loops, run oftener than each round is followed",
        """
            static class Program
            {
                static void Run()
                {
                    var (t, x) = (zeros(7), zeros(1));
                    for (var k = 0; k < 60; k++)
                        for (var i = 0; i < 7; i++) x = t[i] + zeros(k + 1);
                    See(t.unsqueeze(0));
                }
            }
            """,
        "(1, 7)"
    )]
    [InlineData(
        "options that may be left out",
        """
            static class Program
            {
                static long Width(long planes, double factor, int? groups = null, (bool, bool)? dilate = null) =>
                    (long)Math.Round(planes * factor) * (groups.HasValue ? groups.Value : 1) + (dilate.HasValue ? 2 : 0);
                static void Run() { See(zeros(Width(10, 1.5))); See(zeros(Width(10, 1.5, 2))); }
            }
            """,
        "(15)",
        "(30)"
    )]
    [InlineData(
        "several inputs and results, a recurrent layer, a dispose scope",
        """
            class Net : Module<Tensor, Tensor, (Tensor, Tensor)>
            {
                readonly LSTM lstm = LSTM(4, 6, numLayers: 2, batchFirst: true);
                public Net() : base("") { }
                public override (Tensor, Tensor) forward(Tensor x, Tensor y)
                {
                    using var scope = NewDisposeScope();
                    var (o, h, c) = lstm.call(x);
                    return (o.MoveToOuterDisposeScope(), h[^1].MoveToOuterDisposeScope());
                }
            }
            static class Program { static void Run() { var (a, b) = new Net().call(zeros(3, 5, 4), zeros(1)); See(a); See(b); } }
            """,
        "(3, 5, 6)",
        "(3, 6)"
    )]
    [InlineData(
        "arrays and dictionaries of modules and tensors",
        """
            static class Program
            {
                static void Run()
                {
                    var layers = new Module<Tensor, Tensor>[3];
                    for (int i = 0; i < layers.Length; i++) layers[i] = Conv1d(i + 1, i + 2, 3);
                    var x = zeros(1, 1, 20);
                    for (int i = 0; i < layers.Length; i++) x = layers[i].call(x);
                    See(x);
                    var all = new Dictionary<string, Tensor> { ["a"] = zeros(2, 3) };
                    all["b"] = all["a"].t();
                    See(all["b"]);
                }
            }
            """,
        "(1, 4, 14)",
        "(3, 2)"
    )]
    [InlineData(
        "the sizes of a contract and of an integer",
        """
            static class Program
            {
                static void Run([Shape("N", 3, 32, 32)] Tensor x, int n)
                {
                    See(Conv2d(3, 8, 3).call(x).view(x.shape[0], -1));
                    var y = zeros(n, 3, 4);
                    See(y.reshape(n * 3, 4)); See(cat(new[] { y, y }, 0)); See(y[1.., ..2]); See(arange(0, n));
                }
            }
            """,
        "(N, 7200)",
        "(3·n, 4)",
        "(2·n, 3, 4)",
        "(?, 2, 4)",
        "(?)"
    )]
    public void Shapes_are_followed(string what, string source, params string[] shapes) =>
        Assert.Equal((what, string.Join(" ", shapes)), (what, string.Join(" ", SeenShapes.In(source))));
}
