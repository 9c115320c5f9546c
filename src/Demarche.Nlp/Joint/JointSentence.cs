namespace Demarche.Nlp.Joint;

/// <summary>A sentence as the network reads it, and what is found in it or was annotated.</summary>
/// <param name="Ids"><see cref="JointWords.Count"/> numbers a word.</param>
/// <param name="Labels">Tag of each word. To be learned: -1 leaves a word out. To be read: the tagger's guess, or -1 for none; then what was found.</param>
/// <param name="Heads">Index of each word's head; -1 for the root.</param>
/// <param name="Relations">Relation of each word; -1 for one that is not to be learned.</param>
internal sealed record JointSentence(int[] Ids, int[] Labels, int[] Heads, int[] Relations)
{
    /// <summary>Number of words.</summary>
    public int Length => Labels.Length;
}
