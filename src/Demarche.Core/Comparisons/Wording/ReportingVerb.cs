using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp.Stemming;

namespace Demarche.Core.Comparisons.Wording;

/// <summary>Which verb reports: "has also said last month" is "said", "persistent demand that" is "demand". Forms of one verb are one.</summary>
internal static class ReportingVerb
{
    // Irregular verbs among those that report (Quirk et al. 1985, 3.11ff); the stemmer knows the regular ones.
    private static readonly Dictionary<string, string> Irregular = Forms(
        "say says said", "tell tells told", "think thinks thought", "write writes wrote written", "speak speaks spoke spoken", "swear swears swore sworn",
        "make makes made", "give gives gave given", "take takes took taken", "see sees saw seen", "know knows knew known", "find finds found",
        "hold holds held", "feel feels felt", "mean means meant", "understand understands understood", "set sets", "put puts", "forbid forbids forbade forbidden",
        "foresee foresees foresaw foreseen", "go goes went gone", "come comes came", "bring brings brought", "teach teaches taught", "draw draws drew drawn",
        "leave leaves left", "keep keeps kept", "have has had", "lay lays laid", "lead leads led", "show shows showed shown", "seek seeks sought", "rule rules ruled");

    /// <summary>The head of a cue, in lower case, and what is the same for all its forms.</summary>
    public static (string Head, string Key) Of(string cue)
    {
        string[] words = [.. cue.ToLowerInvariant().Split([' ', '\n', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim(',', '.', ':', ';', '"', '\u201C', '\u201D', '(', ')', '\u2014')).Where(word => word.Length > 0)];
        string head = words.FirstOrDefault(word => !IsHelper(word) && CueLexicon.English.Find(word) is not null)
            ?? words.LastOrDefault(word => !IsHelper(word)) ?? words.LastOrDefault() ?? "";
        return (head, Irregular.GetValueOrDefault(head) ?? EnglishStemmer.Stem(head));
    }

    private static bool IsHelper(string word) => word is "has" or "have" or "had" or "having" or "is" or "are" or "was" or "were" or "be" or "been" or "being" or "will"
        or "would" or "should" or "could" or "may" or "might" or "must" or "can" or "did" or "does" or "do" or "to" or "not" or "also" or "the" or "a" or "an" or "of"
        or "for" or "on" or "that" or "in" or "by" or "with" or "against" or "out" or "as" or "at" or "up";

    private static Dictionary<string, string> Forms(params string[] verbs) =>
        verbs.Select(verb => verb.Split(' ')).SelectMany(forms => forms.Select(form => (Form: form, Key: EnglishStemmer.Stem(forms[0]))))
            .ToDictionary(pair => pair.Form, pair => pair.Key, StringComparer.Ordinal);
}
