namespace Demarche.Core.Reading.Metadata;

/// <summary>A place of a page that names a day.</summary>
/// <param name="Time">The day, perhaps with its time.</param>
/// <param name="Basis">Where it stands: data of the page, address or text.</param>
/// <param name="Features">What speaks for or against its being the day of publication.</param>
internal sealed record DayMention(StatedTime Time, DateBasis Basis, IReadOnlyList<string> Features);
