using Demarche.Core.Attributions.Learned;
using Demarche.Nlp.Entities;
using Demarche.Nlp.Joint;
using Demarche.Nlp.Models;
using Demarche.Nlp.Words;

namespace Demarche.Core;

/// <summary>The trained models the pipeline reads with. Immutable; safe to share between threads.</summary>
/// <param name="Language">Tags, lemmas and dependencies; null when words alone are read.</param>
/// <param name="Attribution">Who said what; trained on what <paramref name="Language"/> gives.</param>
/// <param name="Entities">Names of persons, organizations, places, peoples and events.</param>
/// <param name="Words">What words mean; null to match the codebook's phrases by their own words alone.</param>
public sealed record ReadingModels(LanguageModel? Language, AttributionModel Attribution, EntityRecognizer Entities, WordVectors? Words = null)
{
    /// <summary>File of the language model in a folder of models.</summary>
    public const string LanguageFile = "language.bin";

    /// <summary>File of the attribution model in a folder of models.</summary>
    public const string AttributionFile = "attribution.bin";

    /// <summary>File of the word vectors in a folder of models.</summary>
    public const string WordsFile = "words.bin";

    /// <summary>File of the network that tags and parses in a folder of models.</summary>
    public const string NetworkFile = "network.bin";

    /// <summary>File of the recognizer of names in a folder of models.</summary>
    public const string EntitiesFile = "entities.bin";

    /// <summary>Name and version of the models, written with every record: the start of their checksums.</summary>
    public string Name => $"learned@{Attribution.Checksum[..8]}{(Language is null ? "" : "-" + Language.Checksum[..8])}{(Language?.Network is { } network ? "-" + network.Checksum[..8] : "")}-{Entities.Checksum[..8]}";

    /// <summary>Reads the models, at once on two threads.</summary>
    /// <param name="folder">Folder with <see cref="LanguageFile"/>, <see cref="AttributionFile"/>, <see cref="EntitiesFile"/> and <see cref="WordsFile"/>.</param>
    /// <param name="isFast">Whether to do without the language model: several times faster, a little less exact.</param>
    /// <param name="hasNetwork">Whether the network tags and parses: better trees, in twice the time.</param>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="ModelFormatException">A file is damaged, of another kind or version.</exception>
    public static ReadingModels Read(string folder, bool isFast = false, bool hasNetwork = false)
    {
        Task<LanguageModel?> language = Task.Run(() => isFast ? null : ReadLanguage(folder, hasNetwork));
        WordVectors words = ReadFile(Path.Combine(folder, WordsFile), WordVectors.Read);
        Task<EntityRecognizer> entities = Task.Run(() => ReadFile(Path.Combine(folder, EntitiesFile), (stream, name) => EntityRecognizer.Read(stream, name, words)));
        AttributionModel attribution = ReadFile(Path.Combine(folder, AttributionFile), (stream, name) => AttributionModel.Read(stream, name, words, isFast));
        return new ReadingModels(language.GetAwaiter().GetResult(), attribution, entities.GetAwaiter().GetResult(), words);
    }

    /// <summary>Reads the language model alone.</summary>
    /// <param name="folder">Folder with <see cref="LanguageFile"/>, and for the network <see cref="WordsFile"/> and <see cref="NetworkFile"/>.</param>
    /// <param name="hasNetwork">Whether the network tags and parses.</param>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="ModelFormatException">A file is damaged, of another kind or version, or does not fit the others.</exception>
    public static LanguageModel ReadLanguage(string folder, bool hasNetwork)
    {
        LanguageModel language = ReadFile(Path.Combine(folder, LanguageFile), LanguageModel.Read);
        if (!hasNetwork)
        {
            return language;
        }

        WordVectors words = ReadFile(Path.Combine(folder, WordsFile), WordVectors.Read);
        return language.With(ReadFile(Path.Combine(folder, NetworkFile), (stream, name) => JointModel.Read(stream, name, words)));
    }

    private static T ReadFile<T>(string path, Func<Stream, string, T> read)
    {
        using FileStream file = File.OpenRead(path);
        return read(file, path);
    }
}
