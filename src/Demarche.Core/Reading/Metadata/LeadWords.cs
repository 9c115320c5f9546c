namespace Demarche.Core.Reading.Metadata;

/// <summary>Words that stand before a day and tell which one it is.</summary>
internal static class LeadWords
{
    private static readonly string[] Published =
    [
        "publish", "posted", "veröffentlicht", "erstellt", "eingestellt", "geschrieben", "publié", "publicado", "publicada", "pubblicato",
        "gepubliceerd", "geplaatst", "opublikowano", "dodano", "опубликован", "опубліковано", "yayın", "eklenme", "publicat", "publicerad",
        "publisert", "udgivet", "julkaistu", "közzé", "zveřejněno", "vydáno", "objavljeno", "δημοσι", "发布", "发表", "公開", "投稿",
        "erschienen", "released", "issued", "written", "verfasst", "first seen", "gepostet",
    ];

    private static readonly string[] Updated =
    [
        "updat", "modif", "revis", "edited", "changed", "aktualisiert", "geändert", "bearbeitet", "überarbeitet", "stand:", "stand ", "mis à jour",
        "mise à jour", "actualizad", "atualizad", "aggiornat", "bijgewerkt", "zaktualizowan", "aktualizacja", "обновлен", "оновлено",
        "güncel", "uppdaterad", "oppdatert", "opdateret", "päivitetty", "frissít", "aktualizováno", "更新",
    ];

    private static readonly string[] Dated = ["date", "datum", "fecha", "data", "дата", "tarih", "日期", "日時", "vom", "am", "on", "le", "el", "il", "op"];

    private static readonly string[] Copyright = ["©", "copyright", "(c)", "impressum", "rights"];

    private static readonly string[] Said = ["schrieb", "sagte", "says", "said", "wrote", "comment", "kommentar", "joined", "beigetreten", "member since", "antwort", "repl"];

    private static readonly string[] Authors = ["written by", "verfasst von", "geschrieben von", "écrit par", "escrito por", "scritto da", "geschreven door", "author", "autor", "by", "von"];

    /// <summary>Whether the label of a value says that it is an author.</summary>
    public static bool IsAuthorLabel(string label) =>
        Array.Exists(Authors, word => label.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Features of the words in <paramref name="lead"/>, the text before a day.</summary>
    public static IEnumerable<string> Features(string lead)
    {
        string words = lead.ToLowerInvariant();
        if (HasAny(words, Updated))
        {
            yield return "text led by updated";
        }
        else if (HasAny(words, Published))
        {
            yield return "text led by published";
        }

        if (Array.Exists(Dated, word => words.AsSpan().TrimEnd(" :,.").EndsWith(word, StringComparison.Ordinal)))
        {
            yield return "text led by date";
        }

        if (HasAny(words, Copyright))
        {
            yield return "text led by copyright";
        }

        if (HasAny(words, Said))
        {
            yield return "text led by said";
        }
    }

    /// <summary>Whether the rest of a sentence behind a day says that it was published then, as in languages whose verb comes last.</summary>
    public static bool IsPublishedBehind(string rest) => HasAny(rest.ToLowerInvariant(), Published);

    private static bool HasAny(string text, string[] words) =>
        Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));
}
