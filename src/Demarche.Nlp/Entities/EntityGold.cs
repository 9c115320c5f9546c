using System.Globalization;
using Demarche.Nlp.Corpora;
using Demarche.Nlp.Labeling;

namespace Demarche.Nlp.Entities;

/// <summary>Reads named entities off the MISC column of treebanks, in the two schemes our corpora have.</summary>
/// <remarks>
/// <c>NER=PERSON</c> on each word (CoreNLP; its MISC holds peoples, works and events, of which only peoples can be told), and
/// <c>Entity=(12-event-new-...</c> in brackets (GUM 11), where every noun phrase is marked: of these, persons, organizations, places and events with a
/// proper noun as head are read, without titles; peoples, which it does not tell from other noun phrases, by tag and dictionary form.
/// </remarks>
internal static class EntityGold
{
    /// <summary>Label of a word of which only is known that it is part of some name.</summary>
    public const int Unknown = -1;

    // Fields of GUM's Entity: group, type, status, salience, centering, then the places of the head words, counted from 1.
    private const int TypeField = 1;
    private const int HeadField = 5;

    // Written by us; CoreNLP leaves them outside of names.
    private static readonly string[] Titles =
    [
        "Mr.", "Mrs.", "Ms.", "Dr.", "Mr", "Mrs", "Ms", "Dr", "Prof.", "Professor", "President", "Senator", "Sen.", "Gov.", "Governor", "Rep.", "Secretary",
        "Sir", "Lord", "Lady", "King", "Queen", "Prince", "Princess", "General", "Gen.", "Captain", "Minister", "Chancellor", "Mayor", "Judge", "Justice", "Pope",
    ];

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
            bool isPeople = sentence.Xpos[i] is "JJ" or "NNPS" && char.IsUpper(sentence.Lemmas[i][0]);
            labels[i] = isPeople ? LabelScheme.Begin((int)EntityKind.Nationality) : LabelScheme.Outside;
        }

        // An outer name comes after those inside it and covers them: "University of Lenne" is no place.
        foreach ((string[] fields, int start, int end) in Brackets(sentence))
        {
            EntityKind? kind = fields.Length <= HeadField ? null : fields[TypeField] switch
            {
                "person" => EntityKind.Person,
                "organization" => EntityKind.Organization,
                "place" => EntityKind.Place,
                "event" => EntityKind.Event,
                _ => null,
            };
            if (kind is { } known && NameIn(sentence, known, fields[HeadField].Split(',')[0], start, end) is { Length: > 0 } name)
            {
                Mark(labels, name, (int)known);
            }
        }

        return labels;
    }

    private static void Mark(int[] labels, TokenRange name, int role)
    {
        // What an outer name leaves over of an inner one is no name.
        for (int i = name.End; i < labels.Length && labels[i] != LabelScheme.Outside && !LabelScheme.IsBegin(labels[i]); i++)
        {
            labels[i] = LabelScheme.Outside;
        }

        labels.AsSpan(name.Start, name.Length).Fill(LabelScheme.Inside(role));
        labels[name.Start] = LabelScheme.Begin(role);
    }

    // The run of capitals around the head, when that is a name; a people ("the Valdorians") is no person.
    private static TokenRange NameIn(TreebankSentence sentence, EntityKind kind, string headPlace, int start, int end)
    {
        int head = int.TryParse(headPlace, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? start + number - 1 : -1;
        if (head < start || head >= end || !(sentence.Xpos[head] == "NNP" || (sentence.Xpos[head] == "NNPS" && kind != EntityKind.Person)))
        {
            return default;
        }

        int first = head;
        while (first > start && IsPart(sentence, first - 1))
        {
            first--;
        }

        int last = head + 1;
        for (int i = last; i < end && (IsPart(sentence, i) || Joins(sentence.Forms[i])); i++)
        {
            last = IsPart(sentence, i) ? i + 1 : last;
        }

        while (first < last && Titles.Contains(sentence.Forms[first]))
        {
            first++;
        }

        return new TokenRange(first, last);
    }

    private static bool IsPart(TreebankSentence sentence, int index) =>
        char.IsUpper(sentence.Forms[index][0]) && sentence.Xpos[index] is not ("DT" or "PRP" or "PRP$" or "IN");

    private static bool Joins(string form) => form is "of" or "the" or "for" or "&" or "de" or "and";

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
