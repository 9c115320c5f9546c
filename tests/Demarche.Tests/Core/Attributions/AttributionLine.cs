using Demarche.Core.Attributions;
using Demarche.Nlp.Text;

namespace Demarche.Tests.Core.Attributions;

/// <summary>An attribution as one line: source | cue | content, its holder, type and kind in front where they matter; pieces of one role are parted by " + ".</summary>
internal static class AttributionLine
{
    public static string Of(string text, Attribution a)
    {
        string Words(IReadOnlyList<TextSpan> spans) => string.Join(" + ", spans.Select(s => s.Of(text)));
        string front = a.Kind == AttributionKind.Indirect ? "" : a.Kind == AttributionKind.Direct ? "direct: " : "mixed: ";
        string inner = a.ParentId is null ? "" : "inside " + a.ParentId + ", ";
        string type = a.Type == AttributionType.Attitude ? "attitude, " : "";
        return $"{inner}{type}{front}{Words(a.Source)} | {Words(a.Cue)} | {Words(a.Content)}";
    }
}
