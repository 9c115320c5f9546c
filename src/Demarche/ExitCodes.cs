namespace Demarche;

/// <summary>What the program's exit code says; scripts depend on it.</summary>
internal static class ExitCodes
{
    /// <summary>All went well.</summary>
    public const int Ok = 0;

    /// <summary>Some inputs failed and were named on standard error; the rest was done.</summary>
    public const int SomeFailed = 1;

    /// <summary>The call itself was wrong: unknown option, missing file, no ledger here.</summary>
    public const int Usage = 2;
}
