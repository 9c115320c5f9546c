namespace Demarche.Core.Parties;

/// <summary>Finds the actors and parties of a codebook behind the words that name them. Immutable; safe to share between threads.</summary>
public sealed class ActorDirectory
{
    /// <summary>Builds the directory of <paramref name="codebook"/>.</summary>
    public ActorDirectory(Codebook codebook) => Codebook = codebook;

    /// <summary>The codebook it was built from.</summary>
    public Codebook Codebook { get; }

    /// <summary>Whom <paramref name="mention"/> names.</summary>
    /// <param name="mention">A noun phrase of a text: "Foreign Minister Anna Berg", "Berg", "the Kremlin".</param>
    /// <param name="day">Day the words were said, for actors limited to a period; null when unknown.</param>
    /// <returns>The actor and its party, or null when the codebook knows none by that name.</returns>
    public ActorMatch? Find(string mention, DateOnly? day = null)
    {
        ArgumentNullException.ThrowIfNull(mention);
        _ = day;
        return null;
    }
}

/// <summary>The actor behind a mention.</summary>
/// <param name="Name">The one spelling a ledger uses: the person's, the body's or the party's name.</param>
/// <param name="PartyId">Codebook id of the party it speaks for.</param>
/// <param name="IsPerson">Whether it is a person, not a body or the party itself.</param>
public sealed record ActorMatch(string Name, string PartyId, bool IsPerson);
