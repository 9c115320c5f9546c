using Demarche.Benchmarks;

// "check" holds the allocation floor, as CI does; "signals CODEBOOK ARTICLES..." writes what eval/confidence/fit.py reads;
// "story-pairs ARTICLES" writes what eval/stories/fit.py reads;
// anything else is BenchmarkDotNet's own command line.
return args switch
{
    ["check"] => AllocationFloor.Check(),
    ["signals", var codebook, .. var articles] => PositionSignals.Write(codebook, articles),
    ["story-pairs", var path] => StorySignals.Write(path),
    _ => BenchmarkSwitcher.FromAssembly(typeof(AllocationFloor).Assembly).Run(args).Any() ? 0 : 1,
};
