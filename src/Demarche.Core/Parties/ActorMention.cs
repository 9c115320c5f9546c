using Demarche.Nlp.Text;

namespace Demarche.Core.Parties;

/// <summary>A place in a text that names an actor of the codebook.</summary>
/// <param name="Span">The words that name it, in UTF-16 code units: "Anna Berg", "Valdorian officials", "Moscow".</param>
/// <param name="Actor">Whom they name.</param>
/// <param name="IsPossessive">Whether "'s" follows, so that what comes next is the actor's: its plan, its neighbours.</param>
public sealed record ActorMention(TextSpan Span, ActorMatch Actor, bool IsPossessive);
