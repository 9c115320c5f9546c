namespace Demarche.Core.Ledger;

/// <summary>Two articles whose current texts are copies of each other, whole or cut.</summary>
/// <param name="ArticleKey">One.</param>
/// <param name="OtherKey">The other.</param>
/// <param name="Share">Words of the shorter one that both have in common runs, 0-1.</param>
public sealed record CopyPair(string ArticleKey, string OtherKey, double Share);

/// <summary>What an article says it owes to a news agency.</summary>
/// <param name="ArticleKey">The article.</param>
/// <param name="Agency">Short name of the agency.</param>
/// <param name="IsWhole">Whether the article is the agency's; false when it contributed.</param>
/// <param name="Text">The characters that say so.</param>
public sealed record ArticleCredit(string ArticleKey, string Agency, bool IsWhole, string Text);
