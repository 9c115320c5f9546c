using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Demarche.Core.Reading;

/// <summary>Reads the YAML of files that users write: a codebook, a registry. Hostile files cost no more than honest ones.</summary>
internal static class YamlText
{
    /// <summary>Longest text that is read, in UTF-16 code units; a file written by people is a thousandth of it.</summary>
    public const int LongestText = 5 * 1024 * 1024;

    // A codebook is four levels deep.
    private const int DeepestNesting = 16;

    /// <summary>The root of <paramref name="yaml"/>; null when there is none, because the text is blank or because a problem was told.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="what">What it should be, for messages: "codebook".</param>
    /// <param name="tell">Receives the problem, with its place and the remedy.</param>
    public static YamlNode? Read(string yaml, string what, Action<Mark, string> tell)
    {
        if (yaml.Length > LongestText)
        {
            tell(new Mark(0, 1, 1), $"the text is longer than {LongestText} characters: is it the right file?");
            return null;
        }

        if (TabAtStart(yaml) is { } tab)
        {
            tell(tab, "a tab at the beginning of the line: YAML is indented with blanks, so replace it by two blanks");
            return null;
        }

        try
        {
            if (Refusal(yaml, what) is var (mark, refusal))
            {
                tell(mark, refusal);
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
        }
        catch (YamlException error)
        {
            tell(error.Start, Explain(error.Message));
            return null;
        }
    }

    // Read as events first, which takes no recursion: nesting that would exhaust the stack and references that
    // would multiply a small file into a huge tree never reach the tree.
    private static (Mark Mark, string Problem)? Refusal(string yaml, string what)
    {
        var parser = new Parser(new StringReader(yaml));
        int depth = 0;
        while (parser.MoveNext())
        {
            ParsingEvent current = parser.Current!;
            depth += current.NestingIncrease;
            string? refusal = current is AnchorAlias
                ? $"references (*name) are not read in a {what}: write the words out"
                : depth > DeepestNesting ? $"lists nested more than {DeepestNesting} deep are no {what}" : null;
            if (refusal is not null)
            {
                return (current.Start, refusal);
            }
        }

        return null;
    }

    private static Mark? TabAtStart(string yaml)
    {
        int line = 1;
        int start = 0;
        while (start < yaml.Length)
        {
            int at = start;
            while (at < yaml.Length && yaml[at] == ' ')
            {
                at++;
            }

            if (at < yaml.Length && yaml[at] == '\t')
            {
                return new Mark(at, line, at - start + 1);
            }

            int end = yaml.IndexOf('\n', at);
            start = end < 0 ? yaml.Length : end + 1;
            line++;
        }

        return null;
    }

    private static string Explain(string message)
    {
        if (message.Contains("uplicate key", StringComparison.Ordinal))
        {
            return $"the same key stands twice here: join the two ({message})";
        }

        return message.Contains("mapping values", StringComparison.OrdinalIgnoreCase) || message.Contains("invalid mapping", StringComparison.Ordinal)
            ? "a second colon in this line: put the text in quotation marks, as in label: \"Talks: second round\""
            : $"this is not YAML: {message} Look for a missing bracket, quotation mark or blank after a colon here or just before";
    }
}
