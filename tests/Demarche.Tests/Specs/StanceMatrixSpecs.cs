using Demarche.Core;
using Demarche.Core.Exchange;
using Demarche.Core.Parties;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Specs;

/// <summary>
/// Every way of wanting or refusing with everything that can be wanted, in plain frames: the stance is the product of the two signs, so that
/// thousands of sentences need no list of what is expected.
/// </summary>
public sealed class StanceMatrixSpecs
{
    /// <summary>Share of the sentences of one row that may be read wrongly: tags and trees of some are wrong, and an outcome has its doubts.</summary>
    private const double MostWrong = 0.08;

    private static readonly string Folder = Path.Combine(Repository.Root ?? "", "tests", "Demarche.Tests", "Specs", "Matrix");

    private static readonly string[] Frames =
    [
        "Velden PRESENT.", "Velden said on Monday it PAST.", "Marr said Velden PAST.", "Velden said it would rebuild the quay but PAST.",
        "Velden said it could not pay the pilots and PAST.", "The lighthouse was not lit, and Velden PRESENT.",
    ];

    private static readonly Lazy<ArticlePipeline> Pipeline = new(() => new ArticlePipeline(
        CodebookReader.ReadFile(Path.Combine(Folder, "sound.yaml")).Codebook, ReadingModels.Read(Path.Combine(Repository.Root!, "models", "en"))));

    private static readonly Lazy<Predicate[]> Predicates = new(() =>
        [.. Rows("predicates.txt").Select(row => new Predicate(row[0], row[1], row[2], row[3] == "supports" ? 1 : -1))]);

    /// <summary>Present, past, form of what follows, sign.</summary>
    public static TheoryData<string, string, string, string> Cues()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (string[] row in Rows("cues.txt"))
        {
            data.Add(row[0], row[1], row[2], row[3]);
        }

        return data;
    }

    /// <summary>What one does to the other, form of what follows, sign.</summary>
    public static TheoryData<string, string, string> Demands()
    {
        var data = new TheoryData<string, string, string>();
        foreach (string[] row in Rows("demands.txt"))
        {
            data.Add(row[0], row[1], row[2]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cues))]
    public void What_one_wants_or_refuses_to_do_is_read(string present, string past, string form, string sign) =>
        Check(Predicates.Value.SelectMany((p, i) => new[] { Frames[i % Frames.Length], Frames[(i + 3) % Frames.Length] }.Select(frame =>
            (frame.Replace("PRESENT", $"{present} {p.In(form)}", StringComparison.Ordinal).Replace("PAST", $"{past} {p.In(form)}", StringComparison.Ordinal), p))), sign);

    [Theory]
    [MemberData(nameof(Demands))]
    public void What_one_wants_of_the_other_is_the_stance_of_who_wants_it(string demand, string form, string sign) =>
        Check(Predicates.Value.Select(p => ($"Velden {demand} {p.In(form)}.", p)), sign);

    private static void Check(IEnumerable<(string Sentence, Predicate Predicate)> sentences, string sign)
    {
        var wrong = new List<string>();
        int all = 0;
        foreach ((string sentence, Predicate predicate) in sentences)
        {
            all++;
            int expected = predicate.Sign * (sign == "+" ? 1 : -1);
            CodedArticle coded = Pipeline.Value.Code(new Article { Id = "x", Text = sentence, Published = new DateOnly(2031, 5, 15) });
            if (!coded.Positions.Any(p => p.Party == "velden" && p.Issue == predicate.Issue && Words.Of(p.Stance) == (expected > 0 ? "supports" : "opposes")))
            {
                wrong.Add(sentence);
            }
        }

        Assert.True(wrong.Count <= MostWrong * all, $"{wrong.Count} of {all} are read wrongly:\n{string.Join('\n', wrong)}");
    }

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Where(line => !line.StartsWith('#')).Select(line => line.Split(" | "));

    private sealed record Predicate(string Infinitive, string Gerund, string Issue, int Sign)
    {
        public string In(string form) => form == "gerund" ? Gerund : Infinitive;
    }
}
