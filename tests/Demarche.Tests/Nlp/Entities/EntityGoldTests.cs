using System.Text;
using Demarche.Nlp.Corpora;
using Demarche.Nlp.Entities;
using Xunit;

namespace Demarche.Tests.Nlp.Entities;

public class EntityGoldTests
{
    [Fact]
    public void Reads_runs_of_one_type() =>
        Assert.Equal(
            ["Person Ana Varga", "Nationality Belmoran", "Place Arvania"],
            Names("""
                1	Ana	Ana	PROPN	NNP	_	2	compound	_	NER=PERSON
                2	Varga	Varga	PROPN	NNP	_	3	nsubj	_	NER=PERSON
                3	left	leave	VERB	VBD	_	0	root	_	NER=O
                4	Belmoran	Belmoran	ADJ	JJ	_	5	amod	_	NER=MISC
                5	Arvania	Arvania	PROPN	NNP	_	3	obj	_	NER=LOCATION
                6	Monday	Monday	PROPN	NNP	_	3	obl	_	NER=DATE
                """));

    [Fact]
    public void What_a_mixed_type_means_is_not_known()
    {
        int[] labels = Labels("""
            1	Canal	Canal	PROPN	NNP	_	2	compound	_	NER=MISC
            2	Treaty	Treaty	PROPN	NNP	_	0	root	_	NER=MISC
            """)!;

        Assert.Equal([EntityGold.Unknown, EntityGold.Unknown], labels);
    }

    [Fact]
    public void Of_brackets_reads_those_headed_by_a_name_and_of_nested_ones_the_outer() =>
        Assert.Equal(
            ["Organization Bank of Arvania", "Person Ana Varga", "Nationality Belmoran", "Event Canal War"],
            Names("""
                1	The	the	DET	DT	_	2	det	_	Entity=(1-organization-new-nnnnn-cf1-2,4-sgl
                2	Bank	Bank	PROPN	NNP	_	5	nsubj	_	_
                3	of	of	ADP	IN	_	4	case	_	_
                4	Arvania	Arvania	PROPN	NNP	_	2	nmod	_	Entity=(2-place-new-nnnnn-cf2-1-sgl)1)
                5	paid	pay	VERB	VBD	_	0	root	_	_
                6	Mrs.	Mrs.	PROPN	NNP	_	8	flat	_	Entity=(5-person-new-nnnnn-cf5-3-sgl
                7	Ana	Ana	PROPN	NNP	_	8	flat	_	_
                8	Varga	Varga	PROPN	NNP	_	5	obj	_	Entity=5)
                9	and	and	CCONJ	CC	_	11	cc	_	_
                10	Belmoran	Belmoran	ADJ	JJ	_	11	amod	_	Entity=(3-person-new-nnnnn-cf3-2-sgl
                11	envoys	envoy	NOUN	NNS	_	8	conj	_	Entity=3)
                12	after	after	ADP	IN	_	15	case	_	_
                13	the	the	DET	DT	_	15	det	_	Entity=(4-event-new-nnnnn-cf4-3-sgl
                14	Canal	Canal	PROPN	NNP	_	15	compound	_	_
                15	War	War	PROPN	NNP	_	5	obl	_	Entity=4)
                """));

    [Fact]
    public void A_sentence_without_entities_teaches_nothing() =>
        Assert.Null(Labels("1	Talks	talk	NOUN	NNS	_	0	root	_	SpaceAfter=No"));

    private static IEnumerable<string> Names(string conllu)
    {
        TreebankSentence sentence = Sentence(conllu);
        int[] labels = EntityGold.Of(sentence)!;
        return EntityGold.Scheme.SpansOf(labels).Select(s => $"{(EntityKind)s.Role} {string.Join(' ', sentence.Forms[s.Tokens.Start..s.Tokens.End])}");
    }

    private static int[]? Labels(string conllu) => EntityGold.Of(Sentence(conllu));

    private static TreebankSentence Sentence(string conllu)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(conllu + "\n\n"));
        return ConlluReader.Read(stream).Single();
    }
}
