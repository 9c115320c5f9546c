using Demarche.Nlp.Words;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Classes of each word in three sizes, so that a rare word is read like its frequent neighbours; 0 for a word without a class.</summary>
internal sealed class ClassColumns
{
    /// <summary>Sizes of classes it needs.</summary>
    public const int Sizes = 3;

    public ClassColumns(TokenColumns tokens, WordVectors vectors)
    {
        Coarse = new ushort[tokens.Count];
        Middle = new ushort[tokens.Count];
        Fine = new ushort[tokens.Count];
        for (int i = 0; i < tokens.Count; i++)
        {
            int index = vectors.IndexOf(tokens.Word(i));
            Coarse[i] = (ushort)(vectors.ClassOf(index, 0) + 1);
            Middle[i] = (ushort)(vectors.ClassOf(index, 1) + 1);
            Fine[i] = (ushort)(vectors.ClassOf(index, 2) + 1);
        }
    }

    public ushort[] Coarse { get; }

    public ushort[] Middle { get; }

    public ushort[] Fine { get; }
}
