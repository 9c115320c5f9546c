using System.Globalization;
using System.Text.Json;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Demarche.Benchmarks;

/// <summary>Holds the bytes each benchmark allocates against <c>allocations.json</c>. Bytes stand still from run to run; times do not, so times are only recorded.</summary>
internal static class AllocationFloor
{
    // Bytes of one operation still move a little with the sizes of pooled buffers.
    private const double Tolerance = 1.05;

    /// <summary>Runs every benchmark briefly; prints a line each and "N passed, N failed"; 1 when one allocates more than its floor allows.</summary>
    public static int Check()
    {
        Dictionary<string, long> floors = Read(Path.Combine(AppContext.BaseDirectory, "allocations.json"));
        IConfig config = ManualConfig.CreateEmpty()
            .AddJob(Job.Dry.WithIterationCount(3).WithWarmupCount(1).WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(NullLogger.Instance)
            .WithOptions(ConfigOptions.DisableOptimizationsValidator);
        int passed = 0;
        int failed = 0;
        foreach (Summary summary in BenchmarkSwitcher.FromAssembly(typeof(AllocationFloor).Assembly).RunAll(config))
        {
            foreach (BenchmarkReport report in summary.Reports)
            {
                string name = report.BenchmarkCase.Descriptor.WorkloadMethod.Name;
                long? bytes = report.Success ? report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) : null;
                bool good = bytes is not null && floors.Remove(name, out long floor) && bytes <= floor * Tolerance;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{(good ? "ok   " : "ABOVE")} {name,-32} {bytes,12} bytes"));
                _ = good ? passed++ : failed++;
            }
        }

        foreach (string name in floors.Keys)
        {
            Console.WriteLine($"ABOVE {name,-32} was not measured");
            failed++;
        }

        Console.WriteLine($"{passed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }

    private static Dictionary<string, long> Read(string path)
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(path));
        return file.RootElement.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetInt64());
    }
}
