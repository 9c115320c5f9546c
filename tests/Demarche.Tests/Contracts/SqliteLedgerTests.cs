namespace Demarche.Tests.Contracts;

/// <summary>Articles and lines in SQLite.</summary>
public sealed class SqliteLedgerTests : LedgerContract;

/// <summary>Corrections in SQLite.</summary>
public sealed class SqliteCorrectionTests : CorrectionContract;

/// <summary>Search in SQLite.</summary>
public sealed class SqliteSearchTests : LedgerSearchContract;

/// <summary>Several users of one SQLite ledger at once.</summary>
public sealed class SqliteSharingTests : LedgerSharingContract;

/// <summary>Cells of the matrix in SQLite.</summary>
public sealed class SqliteCellTests : LedgerCellContract;

/// <summary>Reviewing in SQLite.</summary>
public sealed class SqliteReviewTests : ReviewContract;
