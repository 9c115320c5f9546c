using Demarche.Cli.Rendering;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;
using Demarche.Nlp.Text;

namespace Demarche.Cli;

/// <summary>Walks a queue of lines by single keys. Every decision is on disk before the next line shows.</summary>
internal sealed class ReviewLoop
{
    private readonly SqliteLedger _ledger;
    private readonly ReviewDesk _desk;
    private readonly ReviewFields _fields;
    private readonly ReviewView _view;
    private readonly Func<char?> _readKey;
    private readonly Func<string, string?> _ask;
    private List<LedgerEntry> _queue = [];
    private int _at;

    /// <summary>A loop.</summary>
    /// <param name="ledger">The ledger, for texts.</param>
    /// <param name="desk">Takes the decisions.</param>
    /// <param name="fields">Reads what is typed.</param>
    /// <param name="view">Shows the lines.</param>
    /// <param name="input">The next key, and the answer to a question; null at the end of the input.</param>
    public ReviewLoop(
        SqliteLedger ledger, ReviewDesk desk, ReviewFields fields, ReviewView view, (Func<char?> Key, Func<string, string?> Ask) input)
    {
        _ledger = ledger;
        _desk = desk;
        _fields = fields;
        _view = view;
        _readKey = input.Key;
        _ask = input.Ask;
    }

    /// <summary>Number of decisions made in this run.</summary>
    public int Decisions { get; private set; }

    /// <summary>Number of decisions taken back in this run, those of earlier ones included.</summary>
    public int TakenBack { get; private set; }

    /// <summary>Walks <paramref name="queue"/> until it ends or the reviewer stops.</summary>
    public void Run(IReadOnlyList<LedgerEntry> queue)
    {
        _queue = [.. queue];
        _at = 0;
        _view.Say(ReviewView.Keys);
        while (_at < _queue.Count)
        {
            _view.Show(_queue[_at], _at + 1, _queue.Count);
            if (_readKey() is not { } key || key == 'q')
            {
                return;
            }

            try
            {
                Do(key);
            }
            catch (UserException problem)
            {
                _view.Say(problem.Message);
            }
        }
    }

    private void Do(char key)
    {
        LedgerEntry line = _queue[_at];
        switch (key)
        {
            case 'a':
                _desk.Accept(line);
                Decided();
                break;
            case 'r':
                _desk.Reject(line);
                Decided();
                break;
            case 'e':
                EditField(line);
                break;
            case 'v':
                MoveEvidence(line);
                break;
            case 'n':
                AddMissed(line);
                break;
            case 'm' when _ask($"{line.Position.Holder} is the same as") is { Length: > 0 } into:
                _desk.Merge(line.Position.Holder, into);
                Changed(line);
                break;
            case 's' when _ask($"{line.Position.Holder} is not the same as") is { Length: > 0 } other:
                _desk.Split(other, line.Position.Holder);
                Changed(line);
                break;
            case ' ' or 'j':
                _at++;
                break;
            case 'b' or 'k':
                _at = Math.Max(0, _at - 1);
                break;
            case 'u':
                Undo();
                break;
            default:
                _view.Say(ReviewView.Keys);
                break;
        }
    }

    private void EditField(LedgerEntry line)
    {
        _view.Say(ReviewFields.Menu);
        if (_readKey() is { } field && ReviewFields.Prompt(field) is { } prompt && _ask(prompt) is { } value)
        {
            _desk.Edit(line, _fields.Read(field, value.Trim(), TextOf(line), line.Position.Evidence));
            Changed(line);
        }
    }

    private void MoveEvidence(LedgerEntry line)
    {
        if (_ask("the very words of the evidence") is { Length: > 0 } words)
        {
            TextSpan place = ReviewFields.Place(words, TextOf(line), line.Position.Evidence);
            _desk.Edit(line, new LineEdit { Evidence = place, EvidenceQuote = words });
            Changed(line);
        }
    }

    private void AddMissed(LedgerEntry line)
    {
        string text = TextOf(line);
        if (_ask("the very words of the missed position") is not { Length: > 0 } words)
        {
            return;
        }

        TextSpan place = ReviewFields.Place(words, text, line.Position.Evidence);
        string party = _fields.Party(_ask("party id (empty for none)") ?? "");
        string holder = _ask("holder") is { Length: > 0 } name ? name : line.Position.Holder;
        _desk.Add(line.Article.Key, new Position
        {
            Id = "added",
            Holder = holder,
            Party = party.Length == 0 ? null : party,
            Issue = _fields.Issue(_ask("issue id") ?? ""),
            Direction = ReviewFields.DirectionOf(_ask("for or against") ?? ""),
            Strength = ReviewFields.StrengthOf(_ask("strength 1-4") ?? ""),
            Act = ReviewFields.ActOf(_ask("act") ?? ""),
            Date = line.Position.Date,
            DateBasis = line.Position.DateBasis,
            Evidence = place,
            Confidence = 1,
            Why = $"added by {_desk.Coder}",
        });
        Decisions++;
        _view.Say("Added.");
    }

    private void Undo()
    {
        if (_desk.Undo() is not { } undone)
        {
            _view.Say("Nothing left to take back.");
            return;
        }

        TakenBack++;
        int index = _queue.FindIndex(line => line.Key == undone.Target && line.Article.Key == undone.ArticleKey);
        if (index < 0 && undone is { Target: { } target, ArticleKey: { } article }
            && _desk.Lines(new LedgerQuery { ArticleKey = article, IncludeRejected = true }).FirstOrDefault(line => line.Key == target) is { } reopened)
        {
            // Decided on an earlier day: it is open again and comes next.
            _queue.Insert(_at, reopened);
        }

        _at = index >= 0 ? index : _at;
        _view.Say($"Taken back: {undone.Kind.ToString().ToLowerInvariant()}.");
        Refresh(_queue[_at]);
    }

    private void Decided()
    {
        Decisions++;
        _at++;
    }

    private void Changed(LedgerEntry line)
    {
        Decisions++;
        Refresh(line);
    }

    // A blind coder sees the machine's line with their own edits alone.
    private void Refresh(LedgerEntry line)
    {
        LedgerEntry? now = _desk.Lines(new LedgerQuery { ArticleKey = line.Article.Key, IncludeRejected = true }).FirstOrDefault(other => other.Key == line.Key);
        _queue[_at] = now ?? line;
    }

    private string TextOf(LedgerEntry line) => _ledger.ReadArticle(line.Article.Key)!.Article.Text;
}
