using Demarche.Core.Attributions;
using Demarche.Core.Positions;
using Demarche.Nlp.Text;

namespace Demarche.Core.Ledger;

/// <summary>The fields of a line that a person changes; what is null stays as the machine read it.</summary>
public sealed record LineEdit
{
    /// <summary>Another holder of a position, another speaker of an attribution.</summary>
    public string? Holder { get; init; }

    /// <summary>Another party; the empty text for none.</summary>
    public string? Party { get; init; }

    /// <summary>Another issue.</summary>
    public string? Issue { get; init; }

    /// <summary>The other direction.</summary>
    public Direction? Direction { get; init; }

    /// <summary>Another strength, 1-4.</summary>
    public int? Strength { get; init; }

    /// <summary>Another act.</summary>
    public Act? Act { get; init; }

    /// <summary>Where the condition stands, in UTF-16 code units of the text the correction was made on; an empty span for none.</summary>
    public TextSpan? Condition { get; init; }

    /// <summary>Another addressee; the empty text for none.</summary>
    public string? Addressee { get; init; }

    /// <summary>Another day.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Whether the text says that it is not new.</summary>
    public bool? IsReiterated { get; init; }

    /// <summary>Another reporter; the empty text for none.</summary>
    public string? ReportedBy { get; init; }

    /// <summary>Where the evidence stands, in UTF-16 code units of the text the correction was made on.</summary>
    public TextSpan? Evidence { get; init; }

    /// <summary>The characters of <see cref="Evidence"/>: in another text the evidence is moved to where they stand.</summary>
    public string? EvidenceQuote { get; init; }

    /// <summary><paramref name="position"/> with the changes made.</summary>
    /// <param name="position">The machine's line.</param>
    /// <param name="sameText">Whether its text is the one the correction was made on; a condition is only moved there.</param>
    /// <param name="text">The line's text; null when it is the one the correction was made on.</param>
    public Position ApplyTo(Position position, bool sameText, string? text = null)
    {
        ArgumentNullException.ThrowIfNull(position);
        return position with
        {
            Holder = Holder ?? position.Holder,
            Party = Changed(Party, position.Party),
            Issue = Issue ?? position.Issue,
            Direction = Direction ?? position.Direction,
            Strength = Strength ?? position.Strength,
            Act = Act ?? position.Act,
            Condition = ConditionFor(position, sameText),
            Addressee = Changed(Addressee, position.Addressee),
            Date = Date ?? position.Date,
            DateBasis = Date is null ? position.DateBasis : "text",
            IsReiterated = IsReiterated ?? position.IsReiterated,
            ReportedBy = Changed(ReportedBy, position.ReportedBy),
            Evidence = EvidenceFor(position, sameText, text),
        };
    }

    /// <summary><paramref name="attribution"/> with the changes made: speaker, party and addressee.</summary>
    public Attribution ApplyTo(Attribution attribution)
    {
        ArgumentNullException.ThrowIfNull(attribution);
        return attribution with
        {
            Speaker = Holder ?? attribution.Speaker,
            SpeakerParty = Changed(Party, attribution.SpeakerParty),
            Addressee = Changed(Addressee, attribution.Addressee),
        };
    }

    private TextSpan EvidenceFor(Position position, bool sameText, string? text)
    {
        if (Evidence is not { } moved || sameText)
        {
            return Evidence ?? position.Evidence;
        }

        int at = text is null || string.IsNullOrEmpty(EvidenceQuote) ? -1 : text.IndexOf(EvidenceQuote, StringComparison.Ordinal);
        return at < 0 ? position.Evidence : new TextSpan(at, at + moved.Length);
    }

    private TextSpan? ConditionFor(Position position, bool sameText) => Condition switch
    {
        null => position.Condition,
        { IsEmpty: true } => null,
        _ => sameText ? Condition : position.Condition,
    };

    private static string? Changed(string? wanted, string? found) =>
        wanted is null ? found : wanted.Length == 0 ? null : wanted;
}
