// Compiled networks are loaded, and tensors of the whole process counted.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
