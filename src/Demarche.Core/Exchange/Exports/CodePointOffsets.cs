using Demarche.Nlp.Text;

namespace Demarche.Core.Exchange.Exports;

/// <summary>Offsets of a text in Unicode code points, which brat and Web Annotation count in; a lone surrogate counts as one.</summary>
internal sealed class CodePointOffsets
{
    // Offsets, in UTF-16 code units, of the second halves of pairs: few texts have many.
    private readonly List<int> _seconds = [];

    /// <summary>The offsets of <paramref name="text"/>.</summary>
    public CodePointOffsets(string text)
    {
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                _seconds.Add(i++);
            }
        }
    }

    /// <summary>The code points before <paramref name="offset"/>, a UTF-16 offset into the text.</summary>
    public int Of(int offset)
    {
        int at = _seconds.BinarySearch(offset);
        return offset - (at < 0 ? ~at : at);
    }

    /// <summary><paramref name="span"/> in code points.</summary>
    public (int Start, int End) Of(TextSpan span) => (Of(span.Start), Of(span.End));
}
