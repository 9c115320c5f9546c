using System.Globalization;
using FsCheck;

namespace Demarche.Tests.Laws;

/// <summary>Checks laws on random inputs. The same inputs every run, so that a red build is about the change; DEMARCHE_SEED=number explores others.</summary>
internal static class Law
{
    private const ulong Seed = 20310305;

    // SplittableRandom's second number; it has to be odd.
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    /// <summary>Fails with the smallest counterexample found among <paramref name="cases"/> random ones, its seed in the message.</summary>
    public static void Holds(Property property, int cases = 200) =>
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(SeedWanted(), Gamma));

    private static ulong SeedWanted() =>
        ulong.TryParse(Environment.GetEnvironmentVariable("DEMARCHE_SEED"), CultureInfo.InvariantCulture, out ulong seed)
            ? seed
            : Seed;
}
