using System.Globalization;
using Demarche.Nlp.Corpora;
using Demarche.Nlp.Labeling;

namespace Demarche.Nlp.Entities;

/// <summary>Reads named entities off the MISC column of treebanks, in the two schemes our corpora have.</summary>
/// <remarks>
/// <c>NER=PERSON</c> on each word (CoreNLP; its MISC holds peoples, works and events, of which only peoples can be told), and
/// <c>Entity=(12-event-new-...</c> in brackets (GUM 11), where every noun phrase is marked: of these, events with a proper noun as head are read.
/// </remarks>
internal static class EntityGold
{
    /// <summary>Label of a word that is not to be learned.</summary>
    public const int Unknown = -1;

    // Fields of GUM's Entity: group, type, status, salience, centering, then the places of the head words, counted from 1.
    private const int TypeField = 1;
    private const int HeadField = 5;

    /// <summary>The labels: a role a <see cref="EntityKind"/>, in its order.</summary>
    public static readonly LabelScheme Scheme = new(Enum.GetNames<EntityKind>());

    /// <summary>The label of each word, or <see cref="Unknown"/>; null when the sentence carries no entities.</summary>
    public static int[]? Of(TreebankSentence sentence)
    {
        if (Array.Exists(sentence.Misc, m => m.Contains("NER=", StringComparison.Ordinal)))
        {
            return OfRuns(sentence);
        }

        return Array.Exists(sentence.Misc, m => m.Contains("Entity=", StringComparison.Ordinal)) ? OfBrackets(sentence) : null;
    }

    private static int[] OfRuns(TreebankSentence sentence)
    {
        var labels = new int[sentence.Count];
        string before = "O";
        for (int i = 0; i < labels.Length; i++)
        {
            string type = Value(sentence.Misc[i], "NER");
            EntityKind? kind = type switch
            {
                "PERSON" => EntityKind.Person,
                "ORGANIZATION" => EntityKind.Organization,
                "LOCATION" => EntityKind.Place,
                "MISC" when sentence.Xpos[i] is "JJ" or "NNPS" && IsAlone(sentence, i) => EntityKind.Nationality,
                _ => null,
            };
            labels[i] = kind is { } known ? (type == before ? LabelScheme.Inside((int)known) : LabelScheme.Begin((int)known))
                : type == "MISC" ? Unknown : LabelScheme.Outside;
            before = type;
        }

        return labels;
    }

    private static bool IsAlone(TreebankSentence sentence, int i) =>
        (i == 0 || Value(sentence.Misc[i - 1], "NER") != "MISC") && (i == sentence.Count - 1 || Value(sentence.Misc[i + 1], "NER") != "MISC");

    private static int[] OfBrackets(TreebankSentence sentence)
    {
        var labels = new int[sentence.Count];
        for (int i = 0; i < labels.Length; i++)
        {
            // Where a name begins and ends is told differently there than by CoreNLP, titles and all: its other names teach nothing.
            labels[i] = sentence.Upos[i] == "PROPN" || char.IsUpper(sentence.Forms[i][0]) ? Unknown : LabelScheme.Outside;
        }

        foreach ((string[] fields, int start, int end) in Brackets(sentence))
        {
            bool isEvent = fields.Length > HeadField && fields[TypeField] == "event";
            if (isEvent && NameIn(sentence, fields[HeadField], start, end) is { Length: > 0 } name)
            {
                labels.AsSpan(name.Start, name.Length).Fill(LabelScheme.Inside((int)EntityKind.Event));
                labels[name.Start] = LabelScheme.Begin((int)EntityKind.Event);
            }
        }

        return labels;
    }

    // The head words, when all of them, prepositions and articles between them aside, are proper nouns.
    private static TokenRange NameIn(TreebankSentence sentence, string heads, int start, int end)
    {
        int first = int.MaxValue;
        int last = -1;
        foreach (string head in heads.Split(','))
        {
            int place = int.TryParse(head, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? start + number - 1 : -1;
            if (place < start || place >= end || sentence.Upos[place] != "PROPN")
            {
                return default;
            }

            (first, last) = (Math.Min(first, place), Math.Max(last, place));
        }

        // First names and the like stand before the head.
        while (first > start && sentence.Upos[first - 1] == "PROPN")
        {
            first--;
        }

        while (last < end - 1 && sentence.Upos[last + 1] == "PROPN")
        {
            last++;
        }

        return new TokenRange(first, last + 1);
    }

    // In the order in which they close.
    private static IEnumerable<(string[] Fields, int Start, int End)> Brackets(TreebankSentence sentence)
    {
        var open = new List<(string Group, string[] Fields, int Start)>();
        for (int i = 0; i < sentence.Count; i++)
        {
            string value = Value(sentence.Misc[i], "Entity");
            int at = 0;
            while (at < value.Length)
            {
                bool opens = value[at] == '(';
                int end = at + 1;
                while (end < value.Length && value[end] is not '(' and not ')')
                {
                    end++;
                }

                string[] fields = value[(opens ? at + 1 : at)..end].Split('-');
                if (opens)
                {
                    open.Add((fields[0], fields, i));
                }

                bool closes = end < value.Length && value[end] == ')';
                int mine = closes ? open.FindLastIndex(o => o.Group == fields[0]) : -1;
                if (mine >= 0)
                {
                    yield return (open[mine].Fields, open[mine].Start, i + 1);
                    open.RemoveAt(mine);
                }

                at = closes ? end + 1 : end;
            }
        }
    }

    private static string Value(string misc, string name)
    {
        foreach (string field in misc.Split('|'))
        {
            if (field.StartsWith(name, StringComparison.Ordinal) && field.Length > name.Length && field[name.Length] == '=')
            {
                return field[(name.Length + 1)..];
            }
        }

        return "";
    }
}
