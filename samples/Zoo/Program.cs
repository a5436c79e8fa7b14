// Lists networks of the literature, each in a file of its own, or shows one of them:
//     dotnet run --project samples/Zoo
//     dotnet run --project samples/Zoo -- ResNet18
using System;
using System.Linq;
using System.Reflection;
using ShapeGen;

var networks = typeof(Program)
    .Assembly.GetTypes()
    .Where(t => t.GetCustomAttribute<NetworkAttribute>() is not null)
    .OrderBy(t => t.Name, StringComparer.Ordinal)
    .ToArray();

if (args is [var name])
{
    if (networks.FirstOrDefault(t => t.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } network)
    {
        Console.Error.WriteLine($"There is no {name}; there are {string.Join(", ", networks.Select(n => n.Name))}.");
        return 1;
    }

    Console.WriteLine(Constant(network, "Summary"));
    return 0;
}

foreach (var network in networks)
{
    Console.WriteLine(
        $"{network.Name, -20} {Constant(network, "ParameterCount"), 14:N0} parameters  {Constant(network, "MultiplyAdds"), 16:N0} multiply-adds"
    );
}

return 0;

// A size that only a call knows leaves a network without the count of its multiplications.
static object? Constant(Type network, string name) => network.GetField(name)?.GetRawConstantValue() ?? "–";
