using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>Finds the words of a sentence that may head a cue.</summary>
internal sealed class CueFinder(CueLexicon lexicon)
{
    private readonly Complements _complements = new(lexicon);

    /// <summary>Below this a word is not looked at further; the extractor's own threshold is higher.</summary>
    public const double LeastProbability = 0.3;

    /// <summary>The same for words of stance, which a noun phrase with an owner makes sure ("X's call for").</summary>
    private const double LeastOfStance = 0.02;

    /// <summary>The candidates of <paramref name="sentence"/> in text order.</summary>
    public List<Cue> Find(TokenColumns tokens, TokenRange sentence)
    {
        var cues = new List<Cue>();
        for (int i = sentence.Start; i < sentence.End; i++)
        {
            if (!MayHead(tokens[i]) || lexicon.Find(tokens.Word(i)) is not { } form)
            {
                continue;
            }

            CueFrames frames = CueFrames.Of(tokens, i, sentence);
            double probability = frames.Probability(tokens, i, sentence, (lexicon, form));
            if (probability >= (form.IsStance ? LeastOfStance : LeastProbability))
            {
                Add(cues, new Cue(i, frames, form, probability, sentence));
            }
        }

        for (int i = 0; i < cues.Count; i++)
        {
            cues[i] = cues[i] with { Subject = Sources.Subject(tokens, cues[i]), Complement = _complements.Of(tokens, cues[i]) };
        }

        return cues;
    }

    /// <summary>"continues to blame": the verb that only says how the act goes on joins the cue of the act.</summary>
    private static void Add(List<Cue> cues, Cue cue)
    {
        if (cues.Count > 0 && cue.Frames.Auxiliary == WordClass.To && cues[^1] is { } before
            && cue.Start == before.Head + 1 && before.Form.IsAspect)
        {
            cues[^1] = cue with
            {
                Frames = before.Frames with { After = cue.Frames.After, Right = cue.Frames.Right },
                Probability = Math.Max(cue.Probability, before.Probability),
            };
            return;
        }

        cues.Add(cue);
    }

    private static bool MayHead(WordClass c) =>
        c is WordClass.Name or WordClass.Noun or WordClass.NounOrVerb or WordClass.Adjective or WordClass.Past
            or WordClass.Ing or WordClass.Verb or WordClass.Adverb;
}
