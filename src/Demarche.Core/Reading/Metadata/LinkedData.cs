using System.Text.Json;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>What a page says about its article and other things in JSON-LD, the vocabulary of schema.org.</summary>
internal sealed class LinkedData
{
    // Objects inside objects: a page's graph has three or four levels.
    private const int DeepestObject = 32;

    // A page lists its article among the first; the bound keeps a hostile page cheap.
    private const int MostObjects = 10_000;

    // Names beyond the first ones belong to lists.
    private const int MostNames = 20;

    private readonly List<LinkedDay> _days = [];
    private readonly List<string> _authors = [];
    private readonly List<string> _persons = [];
    private int _seen;

    private LinkedData()
    {
    }

    /// <summary>The first article described, or null.</summary>
    public LinkedArticle? Article { get; private set; }

    /// <summary>Name of the first site or organization described outside an article, or null.</summary>
    public string? Site { get; private set; }

    /// <summary>Names of the authors of anything but the article, in page order.</summary>
    public IReadOnlyList<string> Authors => _authors;

    /// <summary>Names of the persons described, in page order.</summary>
    public IReadOnlyList<string> Persons => _persons;

    /// <summary>Every day stated, in page order.</summary>
    public IReadOnlyList<LinkedDay> Days => _days;

    /// <summary>The data of all blocks of JSON-LD of the page; a block that is broken beyond repair tells nothing.</summary>
    public static LinkedData Of(PageNode page)
    {
        var data = new LinkedData();
        foreach (PageNode node in page.Subtree())
        {
            if (node.Tag == "script" && node.Children.Count > 0
                && node["type"] is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase)
                && !data.TryRead(node.Children[0].Raw.ToString()))
            {
                data.TryRead(Repaired(node.Children[0].Raw));
            }
        }

        return data;
    }

    private bool TryRead(string json)
    {
        try
        {
            var options = new JsonDocumentOptions
            {
                MaxDepth = DeepestObject,
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
            };
            using JsonDocument document = JsonDocument.Parse(json, options);
            Take(document.RootElement);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Mends what pages get wrong most often: marks of comments around the data, line breaks inside strings.</summary>
    private static string Repaired(ReadOnlySpan<char> raw)
    {
        int start = raw.IndexOfAny('{', '[');
        int end = raw.LastIndexOfAny('}', ']');
        bool inMarks = start >= 0 && raw[..start].EndsWith("<![CDATA[");
        start = raw.StartsWith("<![CDATA[") || inMarks ? raw.IndexOf('{') : start;
        if (start < 0 || end <= start)
        {
            return "";
        }

        ReadOnlySpan<char> body = raw[start..(end + 1)];
        body = body.EndsWith("]]") && raw[..start].Contains("CDATA", StringComparison.Ordinal) ? body[..(body.LastIndexOf('}') + 1)] : body;
        return string.Create(body.Length, body.ToString(), (chars, source) =>
        {
            for (int i = 0; i < chars.Length; i++)
            {
                chars[i] = source[i] < ' ' ? ' ' : source[i];
            }
        });
    }

    private void Take(JsonElement root)
    {
        var open = new Queue<(JsonElement Element, bool InArticle)>([(root, false)]);
        while (_seen < MostObjects && open.TryDequeue(out (JsonElement Element, bool InArticle) next))
        {
            _seen++;
            if (next.Element.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in next.Element.EnumerateArray())
                {
                    open.Enqueue((item, next.InArticle));
                }
            }
            else if (next.Element.ValueKind == JsonValueKind.Object)
            {
                bool isArticle = LinkedArticle.Is(next.Element);
                TakeObject(next.Element, isArticle, next.InArticle);
                foreach (JsonProperty property in next.Element.EnumerateObject())
                {
                    open.Enqueue((property.Value, next.InArticle || isArticle));
                }
            }
        }
    }

    private void TakeObject(JsonElement element, bool isArticle, bool inArticle)
    {
        bool isFirst = isArticle && Article is null;
        if (isFirst)
        {
            Article = LinkedArticle.From(element);
        }

        if (!inArticle && LinkedArticle.IsSite(element))
        {
            Site ??= LinkedArticle.Text(element, "name");
        }

        if (!isFirst && _authors.Count < MostNames)
        {
            _authors.AddRange(LinkedArticle.Names(element, "author"));
        }

        if (_persons.Count < MostNames && LinkedArticle.IsPerson(element) && LinkedArticle.Text(element, "name") is { } name)
        {
            _persons.Add(name);
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String && DayNames.KindOf(property.Name) is not null)
            {
                _days.Add(new LinkedDay(property.Name, LinkedArticle.String(property.Value), isFirst));
            }
        }
    }
}

/// <summary>A day stated in JSON-LD.</summary>
/// <param name="Name">The property: datePublished.</param>
/// <param name="Value">Its value as written.</param>
/// <param name="IsOfArticle">Whether it is the page's article that has it, not a picture, an event or another article.</param>
internal readonly record struct LinkedDay(string Name, string Value, bool IsOfArticle);
