using Demarche.Core.Attributions;
using Demarche.Core.Exchange;
using Demarche.Core.Positions;
using Demarche.Core.Reading;

namespace Demarche.Core.Evaluation;

/// <summary>Reads a corpus in the form of records: a file that <c>demarche extract</c> wrote and a person put right, or one of their own making.</summary>
internal static class GoldRecords
{
    /// <summary>The articles of the file at <paramref name="path"/>. A list that is empty in every record counts as not annotated.</summary>
    /// <exception cref="InvalidDataException">A record cannot be understood.</exception>
    public static IReadOnlyList<GoldArticle> Read(string path)
    {
        List<GoldArticle> articles = [.. ArticleFiles.Read([path], () => Stream.Null).Select(Read)];
        bool hasAttributions = articles.Exists(article => article.Attributions!.Count > 0);
        bool hasPositions = articles.Exists(article => article.Positions!.Count > 0);
        bool hasTimes = articles.Exists(article => article.Times!.Count > 0);
        return
        [
            .. articles.Select(article => article with
            {
                Attributions = hasAttributions ? article.Attributions : null,
                Positions = hasPositions ? article.Positions : null,
                Times = hasTimes ? article.Times : null,
            }),
        ];
    }

    private static GoldArticle Read(RawArticle raw)
    {
        (string origin, CodedArticle coded) = RecordReader.Read(raw);
        if (coded.Error is { } problem)
        {
            throw new InvalidDataException($"{origin}: {problem}");
        }

        string text = coded.Article.Text;
        return new GoldArticle
        {
            Id = coded.Article.Id,
            Text = text,
            Input = raw,
            Attributions = [.. coded.Attributions.Select(Attribution)],
            Positions = [.. coded.Positions.Select(position => Position(position, text))],
            Times = coded.Times,
        };
    }

    private static GoldAttribution Attribution(Attribution attribution) =>
        new(attribution.Source, attribution.Cue, attribution.Content, attribution.Speaker, attribution.Type);

    private static GoldPosition Position(Position position, string text) => new()
    {
        Party = position.Party,
        Issue = position.Issue,
        Stance = Words.Of(position.Stance),
        Places = [position.Evidence],
        Evidence = position.Evidence.Of(text),
        Holder = position.Holder,
        Act = Words.Of(position.Act),
        Kind = Words.KindOf(position),
        Date = EntryWriter.DayText(position.Date),
        IsReiterated = position.IsReiterated,
        ReportedBy = position.ReportedBy,
        Condition = position.Condition is { } condition ? [condition] : null,
    };
}
