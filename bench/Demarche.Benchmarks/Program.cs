using BenchmarkDotNet.Running;
using Demarche.Benchmarks;

// "check" holds the allocation floor, as CI does; "sources 5" streams a feed and a web archive of 5 GiB;
// "signals CODEBOOK ARTICLES..." writes what eval/confidence/fit.py reads;
// "story-pairs ARTICLES" writes what eval/stories/fit.py reads;
// "stories FOLDER COUNT ARTICLES..." fills a ledger with news made from those articles and says how fast it is grouped;
// "ledger FOLDER POSITIONS [EACH]" makes a ledger of that size, so many to an article, and says how fast it answers;
// "corrected FOLDER POSITIONS CORRECTIONS" does so after that many articles of it were corrected;
// "times ARTICLES..." says how fast time expressions are found;
// anything else is BenchmarkDotNet's own command line.
return args switch
{
    ["check"] => AllocationFloor.Check(),
    ["sources", var gigabytes] => SourceFigures.Print(gigabytes),
    ["signals", var codebook, .. var articles] => PositionSignals.Write(codebook, articles),
    ["story-pairs", var path] => StorySignals.Write(path),
    ["stories", var folder, var count, .. var articles] => StorySpeed.Measure(folder, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), articles),
    ["times", .. var articles] => TimeSpeed.Measure(articles),
    ["ledger", var folder, var positions, .. var each] => LedgerSpeed.Measure(
        folder,
        int.Parse(positions, System.Globalization.CultureInfo.InvariantCulture),
        each.Length == 0 ? LedgerSpeed.UsualPositionsPerArticle : int.Parse(each[0], System.Globalization.CultureInfo.InvariantCulture)),
    ["corrected", var folder, var positions, var corrections] => LedgerSpeed.MeasureCorrected(
        folder,
        int.Parse(positions, System.Globalization.CultureInfo.InvariantCulture),
        LedgerSpeed.UsualPositionsPerArticle,
        int.Parse(corrections, System.Globalization.CultureInfo.InvariantCulture)),
    _ => BenchmarkSwitcher.FromAssembly(typeof(AllocationFloor).Assembly).Run(args).Any() ? 0 : 1,
};
