using System.Collections.Frozen;

namespace Demarche.Core.Reading.Furnishings;

/// <summary>Words by which furniture is known.</summary>
/// <param name="Words">The phrase, in the form of <see cref="TextLine.Words"/>.</param>
/// <param name="Reason">The kind of furniture.</param>
/// <param name="LongestLine">A longer line is not furniture; UTF-16 code units.</param>
/// <param name="Needs">Words of which one has to stand in the line too; empty when none has to.</param>
internal sealed record Phrase(string Words, string Reason, int LongestLine, string[] Needs);

/// <summary>The phrases; ours, checked line by line on the marked furniture of PolNeAR's training articles.</summary>
internal static class Phrases
{
    private const int LabelLength = 40;
    private const int Short = 90;
    private const int Medium = 220;
    private const int Long = 700;

    private static readonly string[] Platforms =
        ["twitter", "facebook", "instagram", "telegram", "youtube", "linkedin", "tiktok", "whatsapp", "mastodon", "bluesky", "x", "@"];

    private static readonly string[] Pointers = ["here", "below", "above", "podcast", "video"];

    private static readonly string[] Letters = ["newsletter", "newsletters", "inbox", "email", "e-mail", "emails", "alerts", "updates", "here"];

    /// <summary>Lines that are furniture when they say nothing else.</summary>
    public static readonly FrozenDictionary<string, string> WholeLines = Group(
        ("advertisement", "advertisement|ad|sponsored|sponsored content|paid content|story continues below advertisement|"
            + "article continues below|article continues after advertisement|story continues below"),
        ("button", "continue|continue reading|remind me later|not now|close|sign in|log in|back to top|show more|load more|see more|"
            + "view more|next|previous|loading|play|play video|skip to content|menu|search|x|subscribe|sign up|donate|accept|"
            + "accept all|no thanks|maybe later|print|print this article|save|bookmark"),
        ("share line", "share|share this|share this article|share this story|tweet|email|e-mail|facebook|twitter|whatsapp|telegram|"
            + "linkedin|reddit|copy link|share on facebook|share on twitter|like this|like us"),
        ("comment prompt", "comment|comments|leave a comment|post a comment|view comments|join the conversation|"
            + "join the discussion|add a comment|show comments|comments are closed"),
        ("related link", "read more|read also|also read|see also|related|related articles|related stories|related content|more stories|"
            + "more news|most read|most popular|recommended|recommended for you|you may also like|you might also like|editors' picks|"
            + "editor's picks|trending|latest news|don't miss|up next|watch|watch live|more from this section"),
        ("archive label", "abstract|full text|correction appended|document type|publication info|enlarge this image|image|photo|video"),
        ("photo credit", "getty|getty images|reuters|associated press|ap photo|afp|file photo|courtesy photo|epa|shutterstock"));

    /// <summary>Phrases a line of furniture begins with.</summary>
    public static readonly Phrase[] Openings =
    [
        .. Those("related link", Long, [],
            "read more:", "read also:", "also read:", "see also:", "related:", "more:", "read next:", "watch:", "listen:", "also on:",
            "don't miss:", "read more about", "read more on", "read more at",
            "read more here", "read the rest", "read the full story", "read the original", "more from", "click here"),
        .. Those("related link", LabelLength, [":"], "also on", "more on"),
        .. Those("related link", Medium, Pointers, "watch the", "listen to", "see the full", "you can read", "you can listen"),
        .. Those("follow line", Medium, Platforms, "follow", "find us on", "join us on", "on twitter follow", "like us on"),
        .. Those("newsletter", Medium, Letters, "sign up", "subscribe", "get the latest", "want more", "for more news", "for more,", "get our", "you can receive"),
        .. Those("newsletter", Medium, [], "subscribe to our", "subscribe to the", "sign up for", "sign up to", "subscribe here"),
        .. Those("app prompt", Medium, ["app", "ios", "android", "app store"], "download", "get the app", "get our app", "for more from"),
        .. Those("copyright", Medium, [], "copyright ©", "copyright (c)", "copyright 19", "copyright 20", "©", "(c) 20", "all rights reserved"),
        .. Those("editorial note", Long, [],
            "editor's note:", "editor's note -", "editors' note:", "correction:", "clarification:",
            "this story has been updated", "this article has been updated", "this piece has been updated",
            "this post has been updated", "this article was updated", "this story was updated", "this is a developing story",
            "because of an editing error", "an earlier version of this", "as published in the", "this piece first appeared", "this article first appeared", "this story first appeared", "this article was originally"),
        .. Those("credit", Medium, [], "h/t", "via:", "photo:", "photo by", "photos by", "image:", "image credit", "photo credit", "credit:"),
        .. Those("byline", Long, [],
            "reporting by", "additional reporting", "writing by", "editing by", "contributing:", "written by", "compiled by"),
        .. Those("comment prompt", Medium, [], "email us", "email:", "send tips", "send your", "have a tip", "got a tip", "feedback?", "what do you think?"),
        .. Those("player", Medium, ["browser", "javascript", "not available", "unavailable", "playing"], "we are sorry", "sorry", "this video", "your browser", "please enable"),
    ];

    /// <summary>Phrases that make a line furniture wherever they stand in it.</summary>
    public static readonly Phrase[] Anywhere =
    [
        .. Those("share line", Short, [], "like the page", "share and comment", "share this", "share your thoughts"),
        .. Those("newsletter", Medium, [], "sign up for our", "sign up for the", "subscribe to our", "our newsletter", "straight to your inbox"),
        .. Those("app prompt", Medium, [], "download our app", "our mobile app"),
        .. Those("copyright", Medium, [], "all rights reserved"),
        .. Those("byline", Medium, [], "contributed to this report", "contributed to this story", "contributed to this article", "contributed reporting"),
        .. Those("author note", Medium, [], "board of contributors", "opinions are his own", "opinions are her own", "views expressed are"),
        .. Those("follow line", Medium, [], "on twitter at @", "on twitter @", "on twitter: @"),
    ];

    /// <summary>A line with one of these reports what somebody says, whatever else it has.</summary>
    public static readonly string[] Reporting = ["said", "says", "told", "tweeted", "wrote", "asked", "according to"];

    /// <summary>How a line below an article names those who helped to report it, or tells who wrote it: names, and then this.</summary>
    public static readonly string[] ReportingCredits =
    [
        "reported from", "contributed from", "contributed reporting", "reporting from", "is a staff writer", "contributed to this",
        "is the author of", "is author of", "is a co-author of", "is co-author of", "is the co-author of", "is a columnist", "is a contributing", "is editor of", "is a co-host of",
    ];

    /// <summary>Agencies and archives that stand behind a picture.</summary>
    public static readonly string[] PhotoAgencies =
        ["getty", "getty images", "reuters", "associated press", "afp", "ap photo", "epa", "shutterstock", "file photo", "alamy", "/ap", "/ tass", "/tass"];

    private static Phrase[] Those(string reason, int longestLine, string[] needs, params string[] phrases) =>
        [.. phrases.Select(words => new Phrase(words, reason, longestLine, needs))];

    private static FrozenDictionary<string, string> Group(params (string Reason, string Lines)[] groups) =>
        groups
            .SelectMany(group => group.Lines.Split('|'), (group, line) => KeyValuePair.Create(line, group.Reason))
            .ToFrozenDictionary(StringComparer.Ordinal);
}
