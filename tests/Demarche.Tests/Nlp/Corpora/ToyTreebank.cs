using System.Text;
using Demarche.Nlp.Corpora;

namespace Demarche.Tests.Nlp.Corpora;

/// <summary>A handful of invented sentences about an invented dispute, annotated by hand: enough to train on in a second.</summary>
internal static class ToyTreebank
{
    private const string Text = """
        # newdoc id = canal
        1	The	the	DET	DT	_	2	det	_	_
        2	envoy	envoy	NOUN	NN	_	3	nsubj	_	_
        3	said	say	VERB	VBD	_	0	root	_	_
        4	Arvania	Arvania	PROPN	NNP	_	6	nsubj	_	_
        5	will	will	AUX	MD	_	6	aux	_	_
        6	open	open	VERB	VB	_	3	ccomp	_	_
        7	the	the	DET	DT	_	8	det	_	_
        8	canal	canal	NOUN	NN	_	6	obj	_	SpaceAfter=No
        9	.	.	PUNCT	.	_	3	punct	_	_

        1	Arvania	Arvania	PROPN	NNP	_	2	nsubj	_	_
        2	wants	want	VERB	VBZ	_	0	root	_	_
        3	talks	talk	NOUN	NNS	_	2	obj	_	_
        4	in	in	ADP	IN	_	5	case	_	_
        5	Belmora	Belmora	PROPN	NNP	_	3	nmod	_	SpaceAfter=No
        6	.	.	PUNCT	.	_	2	punct	_	_

        1	The	the	DET	DT	_	5	det	_	_
        2	long	long	ADJ	JJ	_	4	amod	_	SpaceAfter=No
        3	-	-	PUNCT	HYPH	_	2	punct	_	SpaceAfter=No
        4	term	term	NOUN	NN	_	5	compound	_	_
        5	treaties	treaty	NOUN	NNS	_	6	nsubj	_	_
        6	failed	fail	VERB	VBD	_	0	root	_	_
        7	.	.	PUNCT	.	_	6	punct	_	_

        # newdoc id = toll
        1-2	Didn't	_	_	_	_	_	_	_	_
        1	Did	do	AUX	VBD	_	4	aux	_	_
        2	n't	not	PART	RB	_	4	advmod	_	_
        3	Belmora	Belmora	PROPN	NNP	_	4	nsubj	_	_
        4	pay	pay	VERB	VB	_	0	root	_	_
        5	the	the	DET	DT	_	6	det	_	_
        6	toll	toll	NOUN	NN	_	4	obj	_	_
        6.1	now	now	ADV	RB	_	_	_	_	_
        7	?	?	PUNCT	.	_	4	punct	_	_

        """;

    /// <summary>The sentences, each <paramref name="times"/> times over.</summary>
    public static List<TreebankSentence> Sentences(int times = 1) => [.. Enumerable.Repeat(Read(), times).SelectMany(s => s)];

    private static List<TreebankSentence> Read()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Text));
        return [.. ConlluReader.Read(stream)];
    }
}
