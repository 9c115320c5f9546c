namespace Demarche.Nlp.Times;

/// <summary>On which side of the day of publication an unfinished date is looked for.</summary>
internal enum Leaning
{
    /// <summary>At or before it.</summary>
    Past,

    /// <summary>Whichever is nearer.</summary>
    Nearest,

    /// <summary>After it.</summary>
    Future,
}
