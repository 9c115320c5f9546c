using System.Text;
using Demarche.Web.Access;

namespace Demarche.Cli;

/// <summary>Asks for a new password: twice and unseen on a terminal, once as a line otherwise.</summary>
internal static class PasswordPrompt
{
    // Longer is a mistake of pasting.
    private const int LongestPassword = 1000;

    /// <summary>The password.</summary>
    /// <exception cref="UserException">It is too short, or the two differ.</exception>
    public static string Ask()
    {
        string password = Read($"Password for the page, at least {AccessFile.ShortestPassword} characters: ");
        if (password.Length < AccessFile.ShortestPassword)
        {
            throw new UserException($"a password has at least {AccessFile.ShortestPassword} characters: four words make a good one");
        }

        return Console.IsInputRedirected || Read("The same again: ") == password
            ? password
            : throw new UserException("the two passwords differ; nothing was changed");
    }

    private static string Read(string question)
    {
        if (Console.IsInputRedirected)
        {
            return Console.ReadLine() ?? "";
        }

        Console.Error.Write(question);
        var password = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key && password.Length < LongestPassword)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                password.Length = Math.Max(0, password.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                password.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return password.ToString();
    }
}
