namespace Demarche.Nlp.Models;

/// <summary>Where a long training keeps what is done, so that it can go on after a stop.</summary>
/// <param name="Load">The bytes saved under a stage's name, or null.</param>
/// <param name="Save">Saves bytes under a stage's name; must be all or nothing.</param>
public sealed record TrainingStages(Func<string, byte[]?> Load, Action<string, byte[]> Save)
{
    /// <summary>Keeps nothing: every training begins anew.</summary>
    public static readonly TrainingStages None = new(_ => null, (_, _) => { });

    /// <summary>The bytes of <paramref name="stage"/>, made now unless they are there.</summary>
    public byte[] Run(string stage, Func<byte[]> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        byte[]? done = Load(stage);
        if (done is null)
        {
            done = make();
            Save(stage, done);
        }

        return done;
    }
}
