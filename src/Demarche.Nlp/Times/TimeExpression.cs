using Demarche.Nlp.Text;

namespace Demarche.Nlp.Times;

/// <summary>A date, clock time, duration or recurring time named in a text.</summary>
/// <param name="Span">Where it stands, in UTF-16 code units.</param>
/// <param name="Type">DATE, TIME, DURATION or SET, as in TimeML.</param>
/// <param name="Value">TIMEX3 value (ISO 8601 with TimeML's extensions), such as 2025-10-21, 2022-02 or P2D.</param>
public sealed record TimeExpression(TextSpan Span, string Type, string Value);
