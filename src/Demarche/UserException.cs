namespace Demarche;

/// <summary>Something the user can mend. The program prints the message as it is and ends with the exit code.</summary>
internal sealed class UserException : Exception
{
    /// <summary>A usage error (exit code 2).</summary>
    /// <param name="message">What happened, to which input, and what to do.</param>
    public UserException(string message)
        : this(message, ExitCodes.Usage)
    {
    }

    /// <summary>An error with an exit code of its own.</summary>
    public UserException(string message, int exitCode)
        : base(message) => ExitCode = exitCode;

    /// <summary>The program's exit code.</summary>
    public int ExitCode { get; }
}
