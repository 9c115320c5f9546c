using System.Text.Json;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Core.Comparisons.Wording;
using Demarche.Core.Reading;

namespace Demarche.Core.Exchange;

/// <summary>Writes comparisons of outlets as JSON.</summary>
public static class ComparisonWriter
{
    /// <summary>Writes stories and utterances as one object.</summary>
    public static void Write(Utf8JsonWriter json, Comparisons.OutletComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(comparison);
        json.WriteStartObject();
        json.WriteStartArray("stories");
        ILookup<string, string> utterancesOf = TieReader.ByArticle(comparison.Utterances);
        foreach (Story story in comparison.Stories)
        {
            Write(json, story, utterancesOf);
        }

        json.WriteEndArray();
        json.WriteStartArray("utterances");
        foreach (Utterance utterance in comparison.Utterances)
        {
            Write(json, utterance);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes one utterance with its renderings.</summary>
    public static void Write(Utf8JsonWriter json, Utterance utterance)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(utterance);
        json.WriteStartObject();
        json.WriteString("id", utterance.Id);
        JsonStrings.Write(json, "speaker", utterance.Speaker);
        JsonStrings.Write(json, "party", utterance.Party);
        json.WriteStartArray("renderings");
        foreach (Rendering rendering in utterance.Renderings)
        {
            Write(json, rendering, isReference: ReferenceEquals(rendering, utterance.Reference));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes a story without its articles.</summary>
    public static void Write(Utf8JsonWriter json, Comparisons.Kept.StorySummary story)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(story);
        json.WriteStartObject();
        json.WriteString("id", story.Id);
        JsonStrings.Write(json, "title", story.Title);
        json.WriteString("from", EntryWriter.DayText(story.From));
        json.WriteString("to", EntryWriter.DayText(story.To));
        json.WriteNumber("articles", story.Articles);
        json.WriteNumber("outlets", story.Outlets);
        json.WriteNumber("utterances", story.Utterances);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Story story, ILookup<string, string> utterancesOf)
    {
        json.WriteStartObject();
        json.WriteString("id", story.Id);
        json.WriteStartArray("articles");
        foreach (Comparisons.ComparedArticle article in story.Articles)
        {
            json.WriteStringValue(article.Id);
        }

        json.WriteEndArray();
        JsonStrings.Write(json, "title", story.Title);
        json.WriteString("from", EntryWriter.DayText(story.From));
        json.WriteString("to", EntryWriter.DayText(story.To));
        json.WriteStartArray("ties");
        var reader = new TieReader(story, utterancesOf);
        Dictionary<string, string> ids = story.Articles.ToDictionary(article => article.Key, article => article.Id, StringComparer.Ordinal);
        foreach (StoryTie tie in story.Ties)
        {
            Write(json, tie, reader.ReasonOf(tie), ids);
        }

        json.WriteEndArray();
        json.WriteStartArray("names");
        foreach (NamingGroup group in NamingGroup.In(story))
        {
            Write(json, group);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StoryTie tie, TieReason reason, Dictionary<string, string> ids)
    {
        json.WriteStartObject();
        JsonStrings.Write(json, "article", ids[tie.ArticleKey]);
        JsonStrings.Write(json, "nearest", ids[tie.NearestKey]);
        json.WriteNumber("probability", Math.Round(tie.Probability, 4));
        json.WriteBoolean("copy", tie.IsCopy);
        WriteList(json, "names", reason.Names);
        WriteList(json, "words", reason.Words);
        WriteList(json, "numbers", reason.Numbers);
        json.WriteNumber("statements", reason.Statements);
        if (reason.Days is { } days)
        {
            json.WriteNumber("days", days);
        }
        else
        {
            json.WriteNull("days");
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            JsonStrings.WriteValue(json, value);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, NamingGroup group)
    {
        json.WriteStartObject();
        JsonStrings.Write(json, "actor", group.Actor);
        json.WriteStartArray("uses");
        foreach (NameUse use in group.Uses)
        {
            json.WriteStartObject();
            JsonStrings.Write(json, "article", use.Article.Id);
            json.WriteNumber("start", use.Span.Start);
            json.WriteNumber("end", use.Span.End);
            JsonStrings.Write(json, "text", use.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Rendering rendering, bool isReference)
    {
        json.WriteStartObject();
        JsonStrings.Write(json, "article", rendering.Article.Id);
        JsonStrings.Write(json, "outlet", rendering.Article.Outlet);
        JsonStrings.Write(json, "speaker", rendering.Attribution.Speaker);
        json.WriteNumber("start", rendering.Span.Start);
        json.WriteNumber("end", rendering.Span.End);
        JsonStrings.Write(json, "text", rendering.Text);
        json.WriteBoolean("quoted", rendering.IsQuoted);
        json.WriteBoolean("attributed", rendering.IsAttributed);
        json.WriteString("relation", rendering.Relation.ToString().ToLowerInvariant());
        json.WriteBoolean("reference", isReference);
        json.WriteStartArray("changes");
        foreach (WordChange change in rendering.Difference.Where(change => change.Kind != WordChangeKind.Kept))
        {
            WriteChange(json, change.Kind.ToString(), change.Before, change.After);
        }

        json.WriteEndArray();
        json.WriteStartArray("alterations");
        foreach (Alteration alteration in rendering.Alterations)
        {
            WriteChange(json, alteration.Kind.ToString(), alteration.Before, alteration.After);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter json, string kind, string before, string after)
    {
        json.WriteStartObject();
        json.WriteString("kind", kind.ToLowerInvariant());
        JsonStrings.Write(json, "before", before);
        JsonStrings.Write(json, "after", after);
        json.WriteEndObject();
    }
}
