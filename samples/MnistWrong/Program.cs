// The networks can be used as if they were right: a mistake is one error, at its cause, and none where the class is used.
using System;
using MnistWrong;

using var net = new WrongLinear();
Console.WriteLine(WrongLinear.Summary);
Console.WriteLine($"{WrongLinear.FlattenSize} {WrongReshape.ParameterCount} {WrongPadding.Sizes.Linear1Features} {net.linear1}");
