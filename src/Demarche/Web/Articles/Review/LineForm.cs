using System.Globalization;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;
using Demarche.Nlp.Text;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Articles.Review;

/// <summary>Fields of a line as a form sends them. What a form does not have, or leaves as it was, stays as it is.</summary>
internal sealed class LineForm
{
    private readonly IFormCollection _form;
    private readonly ReviewFields _fields;
    private readonly string _text;

    /// <summary>The fields in <paramref name="form"/>.</summary>
    /// <param name="form">What was sent.</param>
    /// <param name="fields">What the codebook allows.</param>
    /// <param name="text">The article's text.</param>
    public LineForm(IFormCollection form, ReviewFields fields, string text)
    {
        _form = form;
        _fields = fields;
        _text = text;
    }

    /// <summary>What the form changes in <paramref name="line"/>; null when nothing.</summary>
    /// <exception cref="UserException">A value cannot be; the message says why.</exception>
    public LineEdit? EditOf(LedgerEntry line)
    {
        Position position = line.Position;
        LineEdit edit = new()
        {
            Holder = Changed('h', "holder", position.Holder)?.Holder,
            Party = Changed('p', "party", position.Party)?.Party,
            Issue = Changed('i', "issue", position.Issue)?.Issue,
            Direction = Changed('d', "direction", position.Direction == Direction.Supports ? "for" : "against")?.Direction,
            Strength = Changed('g', "strength", position.Strength.ToString(CultureInfo.InvariantCulture))?.Strength,
            Act = Changed('t', "act", Words.Of(position.Act))?.Act,
            Condition = Changed('c', "condition", line.Condition, position.Evidence)?.Condition,
            Addressee = Changed('k', "addressee", position.Addressee)?.Addressee,
            Date = Changed('y', "date", PageAddress.Day(position.Date))?.Date,
            ReportedBy = Changed('o', "told", position.ReportedBy)?.ReportedBy,
        };
        if (Value("words") is { Length: > 0 } words && words != line.Evidence)
        {
            edit = edit with { Evidence = ReviewFields.Place(words, _text, position.Evidence), EvidenceQuote = words };
        }

        return edit == new LineEdit() ? null : edit;
    }

    /// <summary>The position that the form describes.</summary>
    /// <param name="coder">Who adds it.</param>
    /// <param name="published">Day of the article, for a form without a day.</param>
    /// <exception cref="UserException">A value is missing or cannot be; the message says why.</exception>
    public Position Added(string coder, DateOnly? published)
    {
        TextSpan evidence = Evidence();
        string party = _fields.Party(Value("party") ?? "");
        DateOnly? day = Fields.Day(Value("date"));
        string? condition = Value("condition");
        return new Position
        {
            Id = "added",
            Holder = Fields.Word(Value("holder")) ?? throw new UserException("a position has a holder: say whose it is"),
            Party = party.Length == 0 ? null : party,
            Issue = _fields.Issue(Value("issue") ?? ""),
            Direction = ReviewFields.DirectionOf(Value("direction") ?? ""),
            Strength = ReviewFields.StrengthOf(Value("strength") ?? ""),
            Act = ReviewFields.ActOf(Fields.Word(Value("act")) ?? "assert"),
            Condition = string.IsNullOrEmpty(condition) ? null : ReviewFields.Place(condition, _text, evidence),
            Date = day ?? published,
            DateBasis = day is not null ? "text" : published is not null ? "published" : null,
            Evidence = evidence,
            Confidence = 1,
            Why = $"added by {coder}",
        };
    }

    // A selection says where it stands; typed words are looked for.
    private TextSpan Evidence()
    {
        string words = Value("words") ?? "";
        return int.TryParse(Value("start"), NumberStyles.None, CultureInfo.InvariantCulture, out int start)
            && start + (long)words.Length <= _text.Length && words.Length > 0 && _text.AsSpan(start, words.Length).SequenceEqual(words)
                ? new TextSpan(start, start + words.Length)
                : ReviewFields.Place(words, _text, default);
    }

    private LineEdit? Changed(char key, string name, string? now, TextSpan near = default) =>
        Value(name) is { } value && value != (now ?? "") ? _fields.Read(key, value, _text, near) : null;

    // Browsers send line breaks as CR LF; the text has LF.
    private string? Value(string name) =>
        _form.TryGetValue(name, out Microsoft.Extensions.Primitives.StringValues value) ? value.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim() : null;
}
