using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>Tells whether a page shows only the beginning of its article.</summary>
internal static class Paywall
{
    // A stub has a few paragraphs; a whole article that mentions subscriptions below it is longer.
    private const int LongestStub = 3000;

    // The appeal to pay stands right below the stub.
    private const int Near = 8;

    // A text half as long as the article in the page's data is not the whole one.
    private const double WholeShare = 0.5;

    private static readonly string[] Appeals =
    [
        "to continue reading", "to read the full", "to read this article", "subscribe to read", "subscribers only", "for subscribers", "already a subscriber",
        "log in to read", "sign in to read", "register to continue", "become a member to", "this article is reserved", "unlock this article",
        "weiterlesen mit", "jetzt abonnieren", "nur für abonnenten", "abonnement abschließen", "um weiterzulesen", "artikel freischalten", "bereits abonnent",
        "réservé aux abonnés", "abonnez-vous pour", "déjà abonné", "suscríbete para", "solo para suscriptores", "riservato agli abbonati", "exclusivo para assinantes",
    ];

    /// <summary>Whether the body is cut short by a paywall: the page's data say so, or the words below a short body.</summary>
    public static bool Truncates(PageBody body, LinkedData linked)
    {
        int length = 0;
        for (int i = body.First; i < body.End; i++)
        {
            length += body.Reasons[i] is null ? body.Blocks.Blocks[i].Text.Length : 0;
        }

        bool isShort = length <= LongestStub;
        return (linked.Article?.Body is { } whole && length < whole.Length * WholeShare)
            || (isShort && linked.Article is { IsFree: false, Body: null })
            || (isShort && AsksToPay(body));
    }

    private static bool AsksToPay(PageBody body)
    {
        int end = Math.Min(body.End + Near, body.Blocks.Blocks.Count);
        for (int i = Math.Max(body.First, body.End - 1); i < end; i++)
        {
            string text = body.Blocks.Blocks[i].Text;
            if (Array.Exists(Appeals, appeal => text.Contains(appeal, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
