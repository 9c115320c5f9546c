using System.Collections.Frozen;

namespace Demarche.Nlp.Tokenizing;

/// <summary>English abbreviations of the news that are written with a period. The lists were written for this project.</summary>
internal static class Abbreviations
{
    private const string Titles = """
        Mr Mrs Ms Mx Dr Drs Prof Profs Gov Govs Sen Sens Rep Reps Gen Gens Col Cols Lt Maj Capt Cmdr Cdr Sgt Cpl Adm
        Brig Pvt Pres Rev Fr Hon Amb Atty Messrs Mme Mmes Mlle Supt Insp Det Msgr Sec Asst Dep Ald Supr St Ste Mt
        """;

    private const string Numbered = """
        No Nos no nos Art Arts Fig Figs fig p pp Par Sect Vol Vols vol Ch Sat Sun Mon Fri Mar Jun Jul Res
        """;

    // Names of U.S. states and Canadian provinces that are also words or names of their own.
    private const string Places = """
        Ill Ind Ore Pa Ga La Del Miss Wash Mass Me Md Mo Minn Mich Man Ont Cal Penn Ala Ark Ky Va Me Tex Wis Neb Nev Alta Que
        """;

    private const string Plains = """
        Inc Corp Co Cos Ltd Bros Jr Sr Esq etc al vs v viz cf ca approx est dept Dept univ Univ Assn Assoc Intl Natl
        Jan Feb Apr Aug Sept Sep Oct Nov Dec Tue Tues Wed Thu Thur Thurs
        Ariz Calif Colo Conn Fla Kan Mont Okla Tenn Vt Wyo
        Ave Blvd Rd Hwy Ft Gov't Ph Phd PhD Cie Plc Pty Bhd Llc
        ext incl excl min max vol voc resp hrs mins secs yrs lbs oz ft sq avg tel encl eds ed trans
        """;

    private static readonly FrozenDictionary<string, AbbreviationKind> Kinds = Build();

    private static readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> ByCharacters =
        Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind of <paramref name="word"/>, given without its period; words in capitals count as written with one capital.</summary>
    public static AbbreviationKind KindOf(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return AbbreviationKind.None;
        }

        return ByCharacters.TryGetValue(word, out AbbreviationKind kind) || ByCharacters.TryGetValue(Lowered(word, stackalloc char[LongestWord]), out kind)
            ? kind
            : AbbreviationKind.None;
    }

    private const int LongestWord = 8;

    private static ReadOnlySpan<char> Lowered(ReadOnlySpan<char> word, Span<char> room)
    {
        // "GOV." in a headline is "Gov."; "gov." is not.
        if (word.Length < 2 || !char.IsUpper(word[1]))
        {
            return default;
        }

        word.CopyTo(room);
        word[1..].ToLowerInvariant(room[1..]);
        return room[..word.Length];
    }

    private static FrozenDictionary<string, AbbreviationKind> Build()
    {
        var kinds = new Dictionary<string, AbbreviationKind>(StringComparer.Ordinal);
        Add(kinds, Plains, AbbreviationKind.Plain);
        Add(kinds, Places, AbbreviationKind.AfterComma);
        Add(kinds, Numbered, AbbreviationKind.BeforeNumber);
        Add(kinds, Titles, AbbreviationKind.Title);
        return kinds.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, AbbreviationKind> kinds, string words, AbbreviationKind kind)
    {
        foreach (string word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            kinds[word] = kind;
        }
    }
}
