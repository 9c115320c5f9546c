using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Demarche.Core.Reading.Languages;

namespace Demarche.Core.Reading.Pages;

/// <summary>Decodes the bytes of a page, which may declare an encoding of its own.</summary>
internal static class PageEncoding
{
    // The HTML standard looks for the declaration in the first 1024 bytes; many pages put it a little later.
    private const int ProbeLength = 4096;

    // Windows-1252, which ISO 8859-1 stands for on the web.
    private const int UsualCodePage = 1252;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \"'/>;?");

    /// <summary>
    /// The characters of the page: by byte order mark, as UTF-8 when valid, by what came with it or by its own declaration, else
    /// as <see cref="TextDecoder"/> decodes undeclared bytes. The HTML standard has the server's word go first: whoever sends a page
    /// may have changed its encoding without touching its text. But a server that says ISO 8859-1 mostly says so of everything.
    /// </summary>
    /// <param name="page">Its bytes.</param>
    /// <param name="served">Name of the encoding that its server or mail gave, or null; an unknown name counts as none.</param>
    public static string Decode(ReadOnlySpan<byte> page, string? served = null)
    {
        Encoding? first = served is null ? null : TextDecoder.Named(served);
        Encoding? second = Declared(page);
        bool isSure = first is null || (first.CodePage == second?.CodePage) || (first.CodePage != UsualCodePage && second is null) || Utf8.IsValid(page);
        return TextDecoder.Decode(page, isSure ? first ?? second : Weigh(page, first!, second));
    }

    /// <summary>The likelier of two encodings: the one whose words are those of a language, else the one that leaves fewer characters broken.</summary>
    private static Encoding Weigh(ReadOnlySpan<byte> page, Encoding served, Encoding? declared)
    {
        Encoding? detected = EncodingDetector.Detect(page);
        if (declared is null)
        {
            return detected ?? served;
        }

        int ofServed = BrokenIn(served.GetString(page));
        int ofDeclared = BrokenIn(declared.GetString(page));
        return detected?.CodePage == declared.CodePage ? declared
            : detected?.CodePage == served.CodePage ? served
            : ofServed != ofDeclared ? (ofServed < ofDeclared ? served : declared)
            : served.CodePage == UsualCodePage ? declared
            : served;
    }

    /// <summary>Characters no text has: those in the place of broken bytes, controls, private ones.</summary>
    private static int BrokenIn(string text) =>
        text.Count(c => c is '\uFFFD' or (>= '\u0080' and <= '\u009F') or (>= '\uE000' and <= '\uF8FF'));

    private static Encoding? Declared(ReadOnlySpan<byte> page)
    {
        string head = Encoding.Latin1.GetString(page[..Math.Min(page.Length, ProbeLength)]);
        int at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        at = at < 0 ? head.IndexOf("encoding=", StringComparison.OrdinalIgnoreCase) + 1 : at;
        if (at <= 0)
        {
            return null;
        }

        ReadOnlySpan<char> rest = head.AsSpan(head.IndexOf('=', at) + 1).TrimStart(" \"'");
        int end = rest.IndexOfAny(NameEnds);
        return TextDecoder.Named(rest[..(end < 0 ? rest.Length : end)].ToString());
    }
}
