using Demarche.Core.Positions.Confidence;
using Xunit;

namespace Demarche.Tests.Core.Positions.Confidence;

public sealed class ConfidenceModelTests
{
    private readonly ConfidenceModel _model = new();

    [Theory]
    [InlineData(Signal.MatchScore)]
    [InlineData(Signal.AttitudeCue)]
    [InlineData(Signal.WholePhrase)]
    [InlineData(Signal.Holds)]
    public void What_speaks_for_a_position_raises_it(object signal) => Assert.True(With((Signal)signal) > With(Signal.Always));

    [Theory]
    [InlineData(Signal.Bare)]
    [InlineData(Signal.SecondChoice)]
    [InlineData(Signal.Shared)]
    [InlineData(Signal.Question)]
    [InlineData(Signal.InAdjunct)]
    [InlineData(Signal.Synonyms)]
    [InlineData(Signal.SaidBare)]
    [InlineData(Signal.ClauseMeansOthers)]
    [InlineData(Signal.WordsMeanOthers)]
    public void What_speaks_against_a_position_lowers_it(object signal) => Assert.True(With((Signal)signal) < With(Signal.Always));

    [Fact]
    public void No_reading_is_called_certain()
    {
        double[] values = new double[SignalReader.Count];
        values[(int)Signal.MatchScore] = 100;
        Assert.Equal(0.9, _model.Of(values));
    }

    private double With(Signal signal)
    {
        double[] values = new double[SignalReader.Count];
        values[(int)Signal.Always] = 1;
        values[(int)signal] = 1;
        return _model.Of(values);
    }
}
