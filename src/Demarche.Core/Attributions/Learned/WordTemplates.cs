using Demarche.Nlp;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Words around a token. Templates 1-19.</summary>
internal static class WordTemplates
{
    public static void Add(in FeatureWriter writer, TokenFacts facts, int i, TokenRange paragraph)
    {
        uint before3 = TokenFacts.At(facts.Lemma, i - 3, paragraph);
        uint before2 = TokenFacts.At(facts.Lemma, i - 2, paragraph);
        uint before = TokenFacts.At(facts.Lemma, i - 1, paragraph);
        uint here = facts.Lemma[i];
        uint after = TokenFacts.At(facts.Lemma, i + 1, paragraph);
        uint after2 = TokenFacts.At(facts.Lemma, i + 2, paragraph);
        uint after3 = TokenFacts.At(facts.Lemma, i + 3, paragraph);
        writer.Add(1, facts.Lower[i]);
        writer.Add(2, before3);
        writer.Add(3, before2);
        writer.Add(4, before);
        writer.Add(5, here);
        writer.Add(6, after);
        writer.Add(7, after2);
        writer.Add(8, after3);
        writer.Add(9, before, here);
        writer.Add(10, here, after);
        writer.Add(11, before2, before);
        writer.Add(12, after, after2);
        writer.Add(13, before, here, after);
        writer.Add(14, facts.Suffix[i]);
        writer.Add(15, facts.Shape[i]);
        writer.Add(16, TokenFacts.At(facts.Shape, i - 1, paragraph), facts.Shape[i]);
        writer.Add(17, TokenFacts.At(facts.Shape, i + 1, paragraph), facts.Shape[i]);
    }
}
