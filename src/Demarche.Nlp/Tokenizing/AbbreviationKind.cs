namespace Demarche.Nlp.Tokenizing;

/// <summary>What an abbreviation tells about the period after it.</summary>
internal enum AbbreviationKind
{
    /// <summary>Not a known abbreviation: the period ends the sentence.</summary>
    None,

    /// <summary>Goes before a name (<c>Mr.</c>, <c>Gen.</c>): its period never ends a sentence.</summary>
    Title,

    /// <summary>Goes before a number (<c>No.</c>, <c>Sat.</c>): an abbreviation only there, otherwise an ordinary word.</summary>
    BeforeNumber,

    /// <summary>Stands after a comma (<c>Salem, Ore.</c>): an abbreviation only there, otherwise an ordinary word.</summary>
    AfterComma,

    /// <summary>Keeps its period anywhere and may also end a sentence (<c>Inc.</c>, <c>etc.</c>, <c>Jan.</c>).</summary>
    Plain,
}
