using Demarche.Nlp.Text;

namespace Demarche.Nlp.Tokenizing;

/// <summary>Parts tokens into paragraphs: every line feed between two tokens ends one. A line without tokens is no paragraph.</summary>
public sealed class ParagraphSplitter
{
    /// <summary>The token ranges of the paragraphs of <paramref name="text"/>, in order; together they cover every token once.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens, in text order.</param>
    public TokenRange[] Split(string text, ReadOnlySpan<TextSpan> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        var paragraphs = new List<TokenRange>();
        int start = 0;
        for (int index = 1; index < tokens.Length; index++)
        {
            int gap = tokens[index - 1].End;
            if (text.AsSpan(gap, tokens[index].Start - gap).Contains('\n'))
            {
                paragraphs.Add(new TokenRange(start, index));
                start = index;
            }
        }

        if (tokens.Length > 0)
        {
            paragraphs.Add(new TokenRange(start, tokens.Length));
        }

        return [.. paragraphs];
    }
}
