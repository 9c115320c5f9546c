using Demarche.Core;
using Demarche.Nlp.Models;
using Demarche.Nlp.Words;

namespace Demarche;

/// <summary>The trained models that come with the program, in <c>models/en</c> beside it.</summary>
internal static class ShippedModels
{
    /// <summary>Where they lie.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "models", "en");

    /// <summary>Reads them.</summary>
    /// <param name="isFast">Whether to do without the language model.</param>
    /// <exception cref="UserException">A file is missing, damaged or of another version; the message says which and what to do.</exception>
    public static ReadingModels Read(bool isFast = false)
    {
        try
        {
            return ReadingModels.Read(Folder, isFast);
        }
        catch (FileNotFoundException e)
        {
            throw new UserException($"there is no model {e.FileName}. Put back the file that came with the program.");
        }
        catch (DirectoryNotFoundException)
        {
            throw new UserException($"there are no models in {Folder}. Put back the folder that came with the program.");
        }
        catch (ModelFormatException e)
        {
            throw new UserException(e.Message);
        }
    }

    /// <summary>Reads what words mean.</summary>
    /// <exception cref="UserException">The file is missing, damaged or of another version; the message says what to do.</exception>
    public static WordVectors ReadVectors() => ReadFile(new FileInfo(Path.Combine(Folder, ReadingModels.WordsFile)), WordVectors.Read);

    /// <summary>Reads one model file.</summary>
    /// <exception cref="UserException">It is missing, damaged or of another version; the message says what to do.</exception>
    public static T ReadFile<T>(FileInfo file, Func<Stream, string, T> read)
    {
        try
        {
            using FileStream stream = file.OpenRead();
            return read(stream, file.ToString());
        }
        catch (FileNotFoundException)
        {
            throw new UserException($"there is no model {file}");
        }
        catch (ModelFormatException e)
        {
            throw new UserException(e.Message);
        }
    }
}
