namespace Demarche.Nlp.Tokenizing;

/// <summary>What a quotation mark does.</summary>
internal enum QuoteSide
{
    /// <summary>Nothing: it is an apostrophe, or a stray mark.</summary>
    None,

    /// <summary>It opens a quotation.</summary>
    Opening,

    /// <summary>It closes one, if one is open.</summary>
    Closing,
}
