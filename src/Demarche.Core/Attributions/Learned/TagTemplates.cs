using Demarche.Nlp;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Parts of speech around a token. Templates 20-39.</summary>
internal static class TagTemplates
{
    public static void Add(in FeatureWriter writer, TokenFacts facts, int i, TokenRange paragraph)
    {
        uint before2 = TokenFacts.At(facts.Tag, i - 2, paragraph);
        uint before = TokenFacts.At(facts.Tag, i - 1, paragraph);
        uint here = facts.Tag[i];
        uint after = TokenFacts.At(facts.Tag, i + 1, paragraph);
        uint after2 = TokenFacts.At(facts.Tag, i + 2, paragraph);
        writer.Add(20, before2);
        writer.Add(21, before);
        writer.Add(22, here);
        writer.Add(23, after);
        writer.Add(24, after2);
        writer.Add(25, before, here);
        writer.Add(26, here, after);
        writer.Add(27, before2, before);
        writer.Add(28, after, after2);
        writer.Add(29, before, here, after);
        writer.Add(30, before2, before, here);
        writer.Add(31, here, after, after2);
        writer.Add(32, here, TokenFacts.At(facts.Lemma, i - 1, paragraph));
        writer.Add(33, here, TokenFacts.At(facts.Lemma, i + 1, paragraph));
        writer.Add(34, before, facts.Lemma[i]);
        writer.Add(35, after, facts.Lemma[i]);
    }
}
