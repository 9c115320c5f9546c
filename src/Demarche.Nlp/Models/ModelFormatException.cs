namespace Demarche.Nlp.Models;

/// <summary>A model file that cannot be used: damaged, of another kind, or of a version this program does not read.</summary>
public sealed class ModelFormatException : Exception
{
    /// <summary>Creates the exception with a message that names the file and the remedy.</summary>
    public ModelFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message that names the file and the remedy, and what went wrong underneath.</summary>
    public ModelFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Creates the exception without words; there is always a better way.</summary>
    public ModelFormatException()
    {
    }

    /// <summary>Version the file says it has; 0 when that could not be read.</summary>
    public int FoundVersion { get; init; }
}
