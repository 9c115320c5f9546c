namespace Demarche.Core.Ledger;

/// <summary>A ledger on disk that this program cannot use: damaged, no ledger at all, or written by a newer program.</summary>
public sealed class LedgerFormatException : IOException
{
    /// <summary>Says which file it is, what was found in it, and what to do.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problem">What is wrong with it and what to do, one or two sentences.</param>
    /// <param name="versionFound">Schema version the file names, or null when it names none.</param>
    /// <param name="inner">What the engine said, or null.</param>
    public LedgerFormatException(string file, string problem, int? versionFound = null, Exception? inner = null)
        : base($"{file}: {problem}", inner)
    {
        File = file;
        VersionFound = versionFound;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>Schema version the file names, or null when it names none.</summary>
    public int? VersionFound { get; }

    /// <summary>Schema version this program writes.</summary>
    public int VersionWanted { get; } = Sqlite.Migrations.Latest;
}
