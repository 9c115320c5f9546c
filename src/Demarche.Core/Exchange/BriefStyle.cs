namespace Demarche.Core.Exchange;

/// <summary>The brief's style sheet: system fonts, A4, no color that print would lose the meaning of.</summary>
internal static class BriefStyle
{
    /// <summary>The style sheet.</summary>
    public const string Sheet =
        """
        @page { size: A4 landscape; margin: 14mm; }
        * { box-sizing: border-box; }
        body { font: 10pt/1.4 Georgia, "Times New Roman", serif; color: #111; max-width: 270mm; margin: 8mm auto; padding: 0 4mm; }
        h1 { font-size: 20pt; margin: 0 0 2mm; }
        h2 { font-size: 14pt; margin: 8mm 0 2mm; border-bottom: 1.5pt solid #111; }
        h3 { font-size: 11pt; margin: 4mm 0 1mm; }
        h3 span { font-weight: normal; color: #444; }
        .sub, .note, .source { color: #555; font-size: 8.5pt; }
        table.matrix { border-collapse: collapse; width: 100%; table-layout: fixed; }
        .matrix th, .matrix td { border: 0.5pt solid #999; padding: 1.5mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        .matrix thead th { background: #eee; }
        .matrix tr { break-inside: avoid; }
        .matrix td.for { border-left: 3pt solid #1463a5; }
        .matrix td.against { border-left: 3pt double #a55a00; }
        .matrix td.none { color: #888; font-size: 8.5pt; }
        .condition { font-style: italic; }
        .quote { margin: 1mm 0 2mm 4mm; overflow-wrap: anywhere; }
        .quote mark { background: none; font-weight: bold; }
        .around { color: #555; }
        .evidence, .change { break-inside: avoid; }
        a { color: inherit; }
        @media print { body { margin: 0; padding: 0; max-width: none; } .matrix thead { display: table-header-group; } }
        """;
}
