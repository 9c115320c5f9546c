using System.Collections.Frozen;
using Demarche.Nlp.Text;

namespace Demarche.Nlp.Tokenizing;

/// <summary>Finds where web addresses, e-mail addresses, hashtags and handles end: each is one token.</summary>
internal static class AddressScanner
{
    private static readonly string[] Schemes = ["http://", "https://", "ftp://", "www."];

    // Top-level domains under which news names a site in running text; two-letter ones that are English words (is, it, us) are left out.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Domains = FrozenSet.ToFrozenSet(
        ["com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "io", "tv", "eu", "uk", "ru", "ua", "de", "fr", "cn", "jp", "au", "nz", "ca", "ch"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>End of the address that starts at <paramref name="start"/> with a scheme or <c>www.</c>; -1 when none does.</summary>
    public static int EndOfUrl(string text, int start)
    {
        if ((text[start] | 0x20) is not ('h' or 'f' or 'w'))
        {
            return -1;
        }

        foreach (string scheme in Schemes)
        {
            if (string.Compare(text, start, scheme, 0, scheme.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return EndOfRun(text, start + scheme.Length);
            }
        }

        return -1;
    }

    /// <summary>End of the e-mail address or domain whose first word is <c>[start, end)</c>; -1 when it is neither.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Start of the word.</param>
    /// <param name="end">End of the word.</param>
    /// <param name="readTo">How far was looked: no address can start at a word before it, so a caller need not ask again there.</param>
    public static int EndOfDomain(string text, int start, int end, out int readTo)
    {
        bool hasAt = false;
        int labelStart = start;
        int at = end;
        while (at < text.Length && text[at] is '.' or '@' or '-' or '+' && Characters.WordLength(text, at + 1) > 0)
        {
            hasAt |= text[at] == '@';
            labelStart = text[at] == '-' ? labelStart : at + 1;
            at = EndOfWord(text, at + 1);
        }

        readTo = at;
        if (labelStart == start || !(hasAt || IsDomain(text.AsSpan(labelStart, at - labelStart))))
        {
            return -1;
        }

        return at < text.Length && text[at] == '/' && Characters.WordLength(text, at + 1) > 0 ? EndOfRun(text, at + 1) : at;
    }

    /// <summary>End of the hashtag or handle whose sign stands at <paramref name="start"/>; -1 when no name follows.</summary>
    public static int EndOfTag(string text, int start)
    {
        int end = EndOfWord(text, start + 1);
        return end > start + 1 && (text[start] == '@' || Characters.IsLetterAt(text, start + 1)) ? end : -1;
    }

    private static bool IsDomain(ReadOnlySpan<char> label) => Domains.Contains(label);

    private static int EndOfWord(string text, int at)
    {
        for (int length = Characters.WordLength(text, at); length > 0; length = Characters.WordLength(text, at))
        {
            at += length;
        }

        return at;
    }

    private static int EndOfRun(string text, int at)
    {
        int start = at;
        while (at < text.Length && !Characters.IsGap(text[at]) && text[at] is not ('<' or '>' or '"' or '“' or '”' or '’' or '»' or '|'))
        {
            at++;
        }

        // A lone high surrogate is not taken, so that no pair is cut; final punctuation belongs to the sentence.
        while (at > start && text[at - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '…')
        {
            at--;
        }

        return at;
    }
}
