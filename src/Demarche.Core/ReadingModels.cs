using Demarche.Core.Attributions.Learned;
using Demarche.Nlp.Models;

namespace Demarche.Core;

/// <summary>The trained models the pipeline reads with. Immutable; safe to share between threads.</summary>
/// <param name="Language">Tags, lemmas and dependencies; null when words alone are read.</param>
/// <param name="Attribution">Who said what; trained on what <paramref name="Language"/> gives.</param>
public sealed record ReadingModels(LanguageModel? Language, AttributionModel Attribution)
{
    /// <summary>File of the language model in a folder of models.</summary>
    public const string LanguageFile = "language.bin";

    /// <summary>File of the attribution model in a folder of models.</summary>
    public const string AttributionFile = "attribution.bin";

    /// <summary>Name and version of the models, written with every record: the start of both checksums.</summary>
    public string Name => $"learned@{Attribution.Checksum[..8]}{(Language is null ? "" : "-" + Language.Checksum[..8])}";

    /// <summary>Reads the models, at once on two threads.</summary>
    /// <param name="folder">Folder with <see cref="LanguageFile"/> and <see cref="AttributionFile"/>.</param>
    /// <param name="isFast">Whether to do without the language model: several times faster, a little less exact.</param>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="ModelFormatException">A file is damaged, of another kind or version.</exception>
    public static ReadingModels Read(string folder, bool isFast = false)
    {
        if (isFast)
        {
            return new ReadingModels(null, ReadFile(Path.Combine(folder, AttributionFile), AttributionModel.Read).WordsOnly);
        }

        Task<LanguageModel> language = Task.Run(() => ReadFile(Path.Combine(folder, LanguageFile), LanguageModel.Read));
        AttributionModel attribution = ReadFile(Path.Combine(folder, AttributionFile), AttributionModel.Read);
        return new ReadingModels(language.GetAwaiter().GetResult(), attribution);
    }

    private static T ReadFile<T>(string path, Func<Stream, string, T> read)
    {
        using FileStream file = File.OpenRead(path);
        return read(file, path);
    }
}
