using BenchmarkDotNet.Running;
using Demarche.Benchmarks;

// "check" holds the allocation floor, as CI does; anything else is BenchmarkDotNet's own command line.
return args is ["check"]
    ? AllocationFloor.Check()
    : BenchmarkSwitcher.FromAssembly(typeof(AllocationFloor).Assembly).Run(args).Any() ? 0 : 1;
