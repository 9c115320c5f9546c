namespace Demarche.Nlp.Tokenizing;

/// <summary>Quotation marks that open and close one another. Forms of one family are mixed by careless hands ("text”) and so are taken as one.</summary>
internal enum QuoteFamily
{
    /// <summary>No quotation mark.</summary>
    None,

    /// <summary>“ ” „ ‟ ", and the typewriter pairs `` and ''.</summary>
    Double,

    /// <summary>‘ ’ ‚ ' `, all of which may be apostrophes as well.</summary>
    Single,

    /// <summary>« » in either direction.</summary>
    Guillemet,

    /// <summary>‹ › in either direction.</summary>
    SingleGuillemet,
}
