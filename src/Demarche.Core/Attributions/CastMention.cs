using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions;

/// <summary>A place where an article names somebody.</summary>
/// <param name="Span">The naming words, in UTF-16 code units.</param>
/// <param name="Member">Who is named.</param>
/// <param name="IsPossessive">Whether "'s" follows.</param>
/// <param name="IsGoverned">Whether it hangs on a word before it: "of Berg", "with Berg".</param>
internal readonly record struct CastMention(TextSpan Span, CastMember Member, bool IsPossessive, bool IsGoverned)
{
    /// <summary>Whether it may be what its sentence is about.</summary>
    public bool IsSubject => !IsPossessive && !IsGoverned;
}
