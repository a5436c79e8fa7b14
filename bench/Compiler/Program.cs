// What ShapeGen costs the compiler, beside a generator and an analyzer that do nothing:
//     dotnet run -c Release --project bench/Compiler -- --filter '*'
using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
