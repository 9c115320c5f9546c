namespace Demarche.Core.Ledger;

/// <summary>
/// Notes what fails while inputs are read, and takes back what an earlier run could not read and this one does. One thread; <see cref="Flush"/> at the end.
/// </summary>
/// <param name="book">Where it is kept.</param>
internal sealed class FailureNotes(FailureBook book)
{
    // A note is a transaction of some milliseconds. The first ones are kept at once; whoever adds a heap of wrong files waits for every hundredth alone.
    private const int Batch = 100;

    private readonly HashSet<string> _before = new(book.All().Select(failure => failure.Origin), StringComparer.Ordinal);
    private readonly List<(string Origin, string Problem)> _pending = [];
    private int _noted;

    /// <summary>The input could not be read.</summary>
    public void Failed(string origin, string problem)
    {
        // Of several inputs of one origin those read later do not undo it.
        _before.Remove(FailureBook.KeyOf(origin));
        _pending.Add((origin, problem));
        if (++_noted <= Batch || _pending.Count >= Batch)
        {
            Flush();
        }
    }

    /// <summary>The input is in the ledger.</summary>
    public void Read(string origin)
    {
        if (_before.Count > 0 && _before.Remove(FailureBook.KeyOf(origin)))
        {
            book.Forget(origin);
        }
    }

    /// <summary>Keeps what is not kept yet.</summary>
    public void Flush()
    {
        if (_pending.Count > 0)
        {
            book.Note(_pending);
            _pending.Clear();
        }
    }
}
