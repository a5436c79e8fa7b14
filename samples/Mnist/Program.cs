System.Console.WriteLine(Mnist.ConvNet.Summary);
using var net = new Mnist.ConvNet();
using var x = TorchSharp.torch.zeros(3, 1, 28, 28);
using var y = net.call(x);
System.Console.WriteLine(string.Join(",", y.shape));
try { net.call(TorchSharp.torch.zeros(3, 28, 28, 1)); } catch (System.ArgumentException e) { System.Console.WriteLine(e.Message); }
