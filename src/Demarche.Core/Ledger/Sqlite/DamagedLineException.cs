namespace Demarche.Core.Ledger.Sqlite;

/// <summary>A line does not match its text; becomes a <see cref="LedgerFormatException"/> at the ledger's border.</summary>
internal sealed class DamagedLineException(DamagedLine line) : Exception(line.Problem)
{
    public DamagedLine Line { get; } = line;
}
