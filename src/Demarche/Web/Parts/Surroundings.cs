using Demarche.Core.Ledger;

namespace Demarche.Web.Parts;

/// <summary>The words around a line's evidence, with a mark where they are a part of a longer sentence.</summary>
internal static class Surroundings
{
    /// <summary>What stands before it; "… " in front when that begins inside a sentence.</summary>
    public static string Before(LedgerEntry entry) => entry.Before.Length > 0 && char.IsLower(entry.Before[0]) ? "… " + entry.Before : entry.Before;

    /// <summary>What stands after it; " …" behind when that ends inside a sentence.</summary>
    public static string After(LedgerEntry entry)
    {
        string after = entry.After.TrimEnd();
        return after.Length > 0 && (char.IsLetterOrDigit(after[^1]) || after[^1] is ',' or ';' or '-' or '–') ? after + " …" : after;
    }
}
