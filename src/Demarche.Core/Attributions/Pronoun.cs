namespace Demarche.Core.Attributions;

/// <summary>What a pronoun in the place of a source asks for.</summary>
internal enum Pronoun
{
    /// <summary>No pronoun.</summary>
    None,

    /// <summary>One person named before.</summary>
    He,

    /// <summary>One woman named before.</summary>
    She,

    /// <summary>A body or party named before.</summary>
    It,

    /// <summary>Several, or a body, named before.</summary>
    They,

    /// <summary>Whoever is speaking.</summary>
    I,

    /// <summary>Whoever is speaking, for the party.</summary>
    We,

    /// <summary>The noun right before.</summary>
    Who,
}

/// <summary>Tells pronouns from other words.</summary>
internal static class Pronouns
{
    /// <summary>The pronoun that <paramref name="mention"/> is.</summary>
    public static Pronoun Of(ReadOnlySpan<char> mention)
    {
        mention = mention.Trim(" ,.;:\u201C\u201D\"'\u2018\u2019");
        int blank = mention.IndexOf(' ');
        if (blank > 0)
        {
            // "he himself", "they both"
            ReadOnlySpan<char> rest = mention[(blank + 1)..];
            if (rest is not ("himself" or "herself" or "itself" or "themselves" or "both" or "also" or "all"))
            {
                return Pronoun.None;
            }

            mention = mention[..blank];
        }

        // All capitals is an abbreviation ("IT", "WE"), save "I".
        return mention switch
        {
            "he" or "He" or "him" or "his" or "His" => Pronoun.He,
            "she" or "She" or "her" or "Her" => Pronoun.She,
            "it" or "It" or "its" or "Its" => Pronoun.It,
            "they" or "They" or "them" or "their" or "Their" => Pronoun.They,
            "I" or "me" or "my" or "My" => Pronoun.I,
            "we" or "We" or "us" or "our" or "Our" => Pronoun.We,
            "who" or "Who" or "which" or "that" or "whom" => Pronoun.Who,
            _ => Pronoun.None,
        };
    }

    /// <summary>Whether <paramref name="word"/> is a possessive pronoun: "his spokesman".</summary>
    public static bool IsPossessive(ReadOnlySpan<char> word) =>
        word is "his" or "His" or "her" or "Her" or "its" or "Its" or "their" or "Their" or "our" or "Our" or "my" or "My";
}
