using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>A stretch of a text that is somebody's own words though nothing in it attributes them: a statement, a bulletin, an answer in an interview.</summary>
/// <param name="Span">Where it stands, in UTF-16 code units.</param>
/// <param name="Speaker">Whose words they are; several of them who say it together are its members.</param>
internal sealed record OwnWords(TextSpan Span, Speaker Speaker);
