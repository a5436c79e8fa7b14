using System; using System.Collections.Generic; using System.Linq; using ShapeGen; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn;
// ---- modules nobody calls: vision
public class Bottleneck : Module<Tensor, Tensor>
{
    private const int Expansion = 4;
    private readonly Module<Tensor, Tensor> conv1, bn1, conv2, bn2, conv3, bn3, relu;
    public Bottleneck(int inplanes, int planes) : base("Bottleneck")
    {
        conv1 = Conv2d(inplanes, planes, 1); bn1 = BatchNorm2d(planes);
        conv2 = Conv2d(planes, planes, 3, padding: 1); bn2 = BatchNorm2d(planes);
        conv3 = Conv2d(planes, planes * Expansion, 1); bn3 = BatchNorm2d(planes);
        relu = ReLU();
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        var y = relu.call(bn1.call(conv1.call(x)));
        y = relu.call(bn2.call(conv2.call(y)));
        y = bn3.call(conv3.call(y)); // BUG
        return relu.call(y + x);
    }
}
public class ResNetHead : Module<Tensor, Tensor>
{
    private readonly Sequential features; private readonly Linear fc;
    public ResNetHead(int numClasses = 10) : base("ResNetHead")
    {
        var layers = new List<Module<Tensor, Tensor>>();
        int c = 3;
        foreach (var w in new[] { 64, 128, 256, 512 })
        {
            layers.Add(Conv2d(c, w, 3, padding: 1)); layers.Add(BatchNorm2d(w)); layers.Add(ReLU()); layers.Add(MaxPool2d(2));
            c = w;
        }
        layers.Add(AdaptiveAvgPool2d(new long[] { 1, 1 }));
        layers.Add(Flatten());
        features = Sequential(layers);
        fc = Linear(256, numClasses);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x) => fc.call(features.call(x)); // BUG
}
public class DCGenerator : Module<Tensor, Tensor>
{
    private readonly Sequential main;
    public DCGenerator(int nz, int ngf, int nc) : base("G")
    {
        main = Sequential(
            ConvTranspose2d(nz, ngf * 8, 4, stride: 1, padding: 0, bias: false), BatchNorm2d(ngf * 8), ReLU(),
            ConvTranspose2d(ngf * 8, ngf * 4, 4, stride: 2, padding: 1, bias: false), BatchNorm2d(ngf * 4), ReLU(),
            ConvTranspose2d(ngf * 4, ngf * 2, 4, stride: 2, padding: 1, bias: false), BatchNorm2d(ngf * 4), ReLU(), // BUG
            ConvTranspose2d(ngf * 2, nc, 4, stride: 2, padding: 1, bias: false), Tanh());
        RegisterComponents();
    }
    public override Tensor forward(Tensor z) => main.forward(z);
}
public class DenseLayerNet : Module<Tensor, Tensor>
{
    private readonly ModuleList<Module<Tensor, Tensor>> convs = new(); private readonly Module<Tensor, Tensor> transition;
    public DenseLayerNet() : base("Dense")
    {
        int c = 24, growth = 12;
        for (int i = 0; i < 4; i++) { convs.Add(Sequential(BatchNorm2d(c), ReLU(), Conv2d(c, growth, 3, padding: 1))); c += growth; }
        transition = Conv2d(60, 30, 1);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        foreach (var conv in convs) { var y = conv.call(x); x = cat(new[] { x, y }, 1); }
        return transition.call(x); // BUG
    }
}
public class GnBlock : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv, gn;
    public GnBlock() : base("gn")
    {
        conv = Conv2d(3, 48, 3);
        gn = GroupNorm(32, 48); // BUG
        RegisterComponents();
    }
    public override Tensor forward(Tensor x) => gn.call(conv.call(x));
}
public class LeNet : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1 = Conv2d(1, 6, 5), conv2 = Conv2d(6, 16, 5);
    private readonly Linear fc1 = Linear(16 * 5 * 5, 120), fc2 = Linear(120, 84), fc3 = Linear(80, 10);
    public LeNet() : base("LeNet") { RegisterComponents(); }
    public override Tensor forward(Tensor x)
    {
        x = functional.max_pool2d(functional.relu(conv1.forward(x)), 2);
        x = functional.max_pool2d(functional.relu(conv2.forward(x)), 2);
        x = x.view(-1, NumFlat(x));
        x = functional.relu(fc1.forward(x));
        x = functional.relu(fc2.forward(x));
        return fc3.forward(x); // BUG
    }
    private static long NumFlat(Tensor x) { long n = 1; foreach (var s in x.shape.Skip(1)) n *= s; return n; }
}