using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Walks what a session gives, and says what is wrong when the file turns out to be damaged on the way.</summary>
internal static class GuardedReading
{
    /// <summary>Opens a session when the walk begins and closes it when it ends, early or not.</summary>
    public static IEnumerable<T> Of<T>(LedgerFile file, Func<LedgerSession, IEnumerable<T>> what)
    {
        using LedgerSession session = Guard(file, () => new LedgerSession(file));
        using IEnumerator<T> walk = Guard(file, () => what(session).GetEnumerator());
        while (Guard(file, walk.MoveNext))
        {
            yield return walk.Current;
        }
    }

    private static T Guard<T>(LedgerFile file, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (SqliteException exception) when (LedgerFile.IsDamage(exception))
        {
            throw file.Damage(exception);
        }
        catch (InvalidDataException exception)
        {
            throw new LedgerFormatException(
                file.Path,
                $"a row holds what no ledger writes: {exception.Message} The database was changed from outside; put a copy of it in its place.",
                inner: exception);
        }
        catch (DamagedLineException exception)
        {
            throw new LedgerFormatException(
                file.Path,
                $"line {exception.Line.LineKey} of article {exception.Line.ArticleKey} cannot be shown: {exception.Line.Problem}. "
                + "The database was changed from outside; put a copy of it in its place.",
                inner: exception);
        }
    }
}
