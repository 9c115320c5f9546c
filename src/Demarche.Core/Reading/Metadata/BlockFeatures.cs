using Demarche.Core.Reading.Furnishings;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>What speaks for and against a block's belonging to the article's body, as features: its own shape, its names, its neighbours and what the rules make of it.</summary>
internal sealed class BlockFeatures
{
    // The elements next to a block name it; those further out name the part of the page.
    private const int NearLevels = 3;
    private const int FarLevels = 9;

    // How far from a block the blocks count that surround it.
    private const int Neighbours = 2;

    // A quotation of this length is found in the article's data or nowhere.
    private const int ProbeLength = 40;

    // Every block is looked for in it.
    private const int LongestDataBody = 100_000;

    private static readonly NameStems Stems = new(1,
        "caption", "relat", "comment", "promo", "newsletter", "subscri", "share", "social", "tag", "credit", "sponsor", "disclaim", "intro",
        "lead", "summary", "deck", "dek", "subtitle", "standfirst", "text", "body", "story", "para", "date", "time", "author", "byline", "bio",
        "meta", "info", "more", "read", "recommend", "widget", "sidebar", "foot", "nav", "menu", "list", "item", "card", "teaser", "title",
        "head", "image", "photo", "video", "gallery", "figure", "embed", "quote", "content", "article", "entry", "post", "main", "rail",
        "popular", "latest", "recent", "topic", "link", "ad", "note", "box", "aside", "module", "excerpt", "rating", "price", "table", "live");

    private static readonly string[] Pointers =
    [
        "more", "related", "read", "recommended", "you may", "you might", "also", "comments", "latest", "trending", "popular", "guides", "about the",
        "mehr", "lesen sie", "weitere", "kommentare", "das könnte", "auch interessant", "à lire", "lire aussi", "más", "leia", "leggi", "lees ook", "see also",
    ];

    private static readonly string[] PictureWords =
        ["(image", "(photo", "(picture", "image:", "photo:", "photo by", "picture:", "foto:", "bild:", "credit:", "getty", "file photo", "/ap)", "afp)", "(ap)", "reuters)", "shutterstock"];

    private readonly Page _page;
    private readonly IReadOnlyList<PageBlock> _blocks;
    private readonly IReadOnlyList<string?> _rules;
    private readonly string _dataBody;
    private readonly string _description;
    private readonly string _title;
    private readonly Dictionary<string, double> _pathWeights = new(StringComparer.Ordinal);
    private readonly double _allWeight;
    private readonly string[] _paths;
    private readonly bool[] _behindPointer;
    private readonly int[] _cards;
    private readonly BlockShape?[] _shapes;

    /// <summary>Prepares the blocks of a page.</summary>
    public BlockFeatures(Page page, PageMarks marks, LinkedData linked)
    {
        _page = page;
        _blocks = page.Blocks.Blocks;
        _rules = page.Body.Reasons;
        string dataBody = linked.Article?.Body ?? "";
        _dataBody = dataBody[..Math.Min(dataBody.Length, LongestDataBody)];
        _description = marks.Meta("og:description", "description") ?? "";
        _title = marks.Meta("og:title") ?? linked.Article?.Headline ?? marks.TitleElement ?? "";
        First = Math.Max(0, page.Body.First - Margin);
        End = Math.Min(_blocks.Count, page.Body.End + Margin);
        _paths = new string[_blocks.Count];
        _behindPointer = new bool[_blocks.Count];
        _cards = Cards.Of(page.Blocks);
        _shapes = new BlockShape?[_blocks.Count];
        bool behind = false;
        for (int i = First; i < End; i++)
        {
            _paths[i] = $"{_blocks[i].Tag}.{_blocks[i].Node.Names}<{_blocks[i].Node.Parent?.Tag}.{_blocks[i].Node.Parent?.Names}";
            double weight = _rules[i] is null ? _blocks[i].Weight : 0;
            _pathWeights[_paths[i]] = _pathWeights.GetValueOrDefault(_paths[i]) + weight;
            _allWeight += weight;
            behind = IsShortLine(i) ? IsPointer(_blocks[i].Text) || (behind && !_blocks[i].IsHeading) : behind;
            _behindPointer[i] = behind;
        }
    }

    /// <summary>How many blocks around the body of the rules are judged.</summary>
    public const int Margin = 12;

    /// <summary>Index of the first block judged.</summary>
    public int First { get; }

    /// <summary>Index behind the last block judged.</summary>
    public int End { get; }

    /// <summary>The features of the block with that index.</summary>
    public IReadOnlyCollection<string> Of(int index)
    {
        PageBlock block = _blocks[index];
        var features = new HashSet<string>(StringComparer.Ordinal) { "block", $"<{block.Tag}>", $"<{block.Node.Parent?.Tag}> around" };
        AddShape(features, index, 0);
        AddNames(features, block.Node);
        for (int distance = 1; distance <= Neighbours; distance++)
        {
            AddShape(features, index - distance, distance);
            AddShape(features, index + distance, Neighbours + distance);
        }

        AddWords(features, index);
        AddPlace(features, index);
        double share = _allWeight == 0 ? 0 : _pathWeights.GetValueOrDefault(_paths[index]) / _allWeight;
        features.Add(share > 0.8 ? "path of nearly all text" : share > 0.4 ? "path of much text" : share > 0.1 ? "path of some text" : share > 0 ? "path of little text" : "path of no text");
        return features;
    }

    private void AddShape(HashSet<string> features, int index, int place)
    {
        string lead = BlockShape.Leads[place];
        if (index < First || index >= End)
        {
            features.Add(lead + "nothing");
            return;
        }

        BlockShape shape = _shapes[index] ??= BlockShape.Of(_blocks[index], _rules[index]);
        shape.AddTo(features, place);
        if (place == 0)
        {
            features.Add($"{shape.Size} {shape.End} {shape.Links}");
            features.Add($"{shape.Size} in <{_blocks[index].Tag}>");
            features.Add($"{shape.Rule} {shape.Size}");
        }
    }

    private void AddNames(HashSet<string> features, PageNode node)
    {
        int level = 0;
        for (PageNode? outer = node; outer is not null && level < FarLevels && outer.Tag is not ("body" or "html"); outer = outer.Parent, level++)
        {
            string where = level < NearLevels ? "in" : "within";
            if (PageTags.Surroundings.Contains(outer.Tag) || outer.Tag is "article" or "main" or "blockquote" or "table" or "ul" or "section")
            {
                features.Add($"{where} <{outer.Tag}>");
            }

            foreach (string stem in Stems.In(outer))
            {
                features.Add($"{where} {stem}");
            }
        }
    }

    private void AddWords(HashSet<string> features, int index)
    {
        string text = _blocks[index].Text;
        TextLine line = TextLine.Split(text)[0];
        if (LineRules.ReasonOf(line, index - First, End - First) is { } furniture)
        {
            features.Add("furniture");
            features.Add($"furniture: {furniture}");
        }

        if (IsShortLine(index) && WrittenDays.Find(text).Count > 0)
        {
            features.Add("short with a day");
        }

        if (IsPointer(text))
        {
            features.Add(IsShortLine(index) ? "short pointer" : "begins like a pointer");
        }

        if (_behindPointer[index])
        {
            features.Add("behind a pointer");
        }

        if (PersonLine.Lead(text) is not null && text.Length < 80)
        {
            features.Add("byline");
        }

        if (text.Contains('©', StringComparison.Ordinal))
        {
            features.Add("copyright mark");
        }

        if (text[^1] == ')' && text.LastIndexOf('(') is var open && open > 0 && text.Length - open < 60)
        {
            features.Add("ends in brackets");
        }

        AddCards(features, index);
        AddData(features, text);
    }

    private void AddCards(HashSet<string> features, int index)
    {
        PageBlock block = _blocks[index];
        string links = BlockShape.LinksOf(block);
        if (_cards[index] > 0)
        {
            features.Add(_cards[index] == 1 ? "card" : "card of several");
            features.Add($"{(_cards[index] == 1 ? "card" : "card of several")} {links}");
        }

        if (_behindPointer[index])
        {
            features.Add($"behind a pointer {links}");
            features.Add($"behind a pointer in <{block.Tag}>");
        }

        if (block.LinkLength > 0 && Cards.FirstLink(_page.Blocks, index) is not null)
        {
            features.Add("begins with a link");
        }

        if (Cards.IsCutOff(block.Text))
        {
            features.Add("ends in dots");
        }

        if (Array.Exists(PictureWords, word => block.Text.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            features.Add("picture credit");
        }
    }

    private void AddData(HashSet<string> features, string text)
    {
        string probe = text[..Math.Min(text.Length, ProbeLength)];
        if (_dataBody.Length > 0 && text.Length > 20)
        {
            features.Add(_dataBody.Contains(probe, StringComparison.Ordinal) ? "in the data's body" : "not in the data's body");
        }

        if (text.Length > 20 && _description.StartsWith(probe, StringComparison.Ordinal))
        {
            features.Add("the description");
        }

        if (text.Length > 8 && _title.Contains(text, StringComparison.OrdinalIgnoreCase))
        {
            features.Add("the title");
        }
    }

    private void AddPlace(HashSet<string> features, int index)
    {
        PageBody body = _page.Body;
        features.Add(index < body.First ? "above" : index >= body.End ? "below"
            : index == body.First ? "first" : index == body.End - 1 ? "last" : index >= body.End - 3 ? "among the last" : index < body.First + 3 ? "among the first" : "amid");
        if (index >= body.First && index < body.End)
        {
            double place = (double)(index - body.First) / Math.Max(1, body.End - body.First);
            features.Add(place < 0.5 ? "first half" : place < 0.8 ? "third quarter" : "last fifth");
        }
    }

    private bool IsShortLine(int index) => _blocks[index].Text.Length < 60 || _blocks[index].IsHeading;

    private static bool IsPointer(string text) =>
        Array.Exists(Pointers, word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase));
}
