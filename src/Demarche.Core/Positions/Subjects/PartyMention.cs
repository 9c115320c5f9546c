using Demarche.Core.Parties;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Subjects;

/// <summary>A place in the text that names an actor or party of the codebook.</summary>
/// <param name="Words">Where it stands.</param>
/// <param name="Actor">Whom it names.</param>
internal sealed record PartyMention(WordRange Words, ActorMatch Actor);
