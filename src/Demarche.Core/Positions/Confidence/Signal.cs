namespace Demarche.Core.Positions.Confidence;

/// <summary>What tells for or against a position that was read. Each is a number near 0-1.</summary>
internal enum Signal
{
    /// <summary>Always 1.</summary>
    Always,

    /// <summary>How well the words fit the issue, as <see cref="Issues.IssueMatch.Score"/>.</summary>
    MatchScore,

    /// <summary>Whether the codebook's phrase stands there whole.</summary>
    WholePhrase,

    /// <summary>Whether one word alone names the issue.</summary>
    SingleWord,

    /// <summary>Words between the first and the last that name it, in tens.</summary>
    Spread,

    /// <summary>Whether the verb of the codebook's phrase stands beside it.</summary>
    SameVerb,

    /// <summary>Whether the codebook's phrase has a verb that does not stand there.</summary>
    MissingVerb,

    /// <summary>Whether the phrase is one of the issue's opposites.</summary>
    InversePhrase,

    /// <summary>Whether another issue fits better between the commas and "and" around the matter.</summary>
    SecondChoice,

    /// <summary>Whether what a speaker tells of another was read.</summary>
    ToldOfAnother,

    /// <summary>Whether the text tells it in its own voice.</summary>
    Narrator,

    /// <summary>Whether it was read from a condition.</summary>
    NamedAsCondition,

    /// <summary>Whether a word of wanting or refusing governs the matter in the clause.</summary>
    Attitude,

    /// <summary>Whether the cue itself is a word of wanting or refusing.</summary>
    AttitudeCue,

    /// <summary>Whether an obligation governs it: must, should.</summary>
    Obligation,

    /// <summary>Whether a verb of change governs it.</summary>
    Change,

    /// <summary>Whether a word of breaking or barring governs it.</summary>
    Deed,

    /// <summary>Whether a verdict governs it.</summary>
    Judgement,

    /// <summary>Whether no word governs it.</summary>
    Bare,

    /// <summary>Whether a negation governs it.</summary>
    Negated,

    /// <summary>Words that turn the stance beyond the first, counted.</summary>
    Turns,

    /// <summary>Words between the matter and the nearest word that governs it, in tens.</summary>
    Distance,

    /// <summary>Whether the clause has another party for its subject.</summary>
    OtherSubject,

    /// <summary>Whether the holder is the clause's subject.</summary>
    OwnSubject,

    /// <summary>Whether another party acts than the issue names.</summary>
    WrongAgent,

    /// <summary>Whether the words are quoted whole.</summary>
    Direct,

    /// <summary>Whether the stance is against the outcome.</summary>
    Opposes,

    /// <summary>Whether a condition is attached.</summary>
    Conditional,

    /// <summary>Words of the clause, in tens.</summary>
    ClauseLength,

    /// <summary>Whether the sentence is a question.</summary>
    Question,

    /// <summary>Whether the clause only points back to the matter.</summary>
    BackReference,

    /// <summary>Whether a comma or quotation mark stands between the words that name the matter.</summary>
    AcrossMark,

    /// <summary>Whether the matter only tells when or under what: "during the strike".</summary>
    InAdjunct,

    /// <summary>Share of the words that name a better fitting issue too.</summary>
    Shared,

    /// <summary>Share of the codebook phrase's weight that stands there.</summary>
    Coverage,

    /// <summary>Whether a personal pronoun for the speaker is the clause's subject.</summary>
    FirstPerson,

    /// <summary>Whether it was said together with others.</summary>
    Joint,

    /// <summary>Whether the words blame another.</summary>
    Blames,

    /// <summary>Whether the attribution is an attitude, not a speech act.</summary>
    AttitudeTold,

    /// <summary>Other places of the article that tell the same stance of the same party to the issue, in halves, at most two.</summary>
    Echoed,

    /// <summary>Places that tell the contrary of the same party, in halves, at most two.</summary>
    Contradicted,

    /// <summary>Whether the tree and the order of the words give the same stance.</summary>
    Agrees,

    /// <summary>Whether they give contrary ones.</summary>
    Disagrees,

    /// <summary>Whether the tree shows the subject.</summary>
    SubjectByTree,

    /// <summary>Whether the stance is against the outcome and no word of refusing says so, only a change, a negation or a verdict.</summary>
    OpposesByTurn,

    /// <summary>Whether it is what a speaker makes of another's words.</summary>
    OfAnothersWords,

    /// <summary>How sure the attribution is, 0-1; 1 in the narrator's voice.</summary>
    Attribution,

    /// <summary>Arcs of the tree from the matter to the nearest word that governs it, in fives; 1 where none shows.</summary>
    Arcs,

    /// <summary>Whether the matter only describes another noun: "strike pay".</summary>
    InCompound,

    /// <summary>Whether the matter is the subject of its clause.</summary>
    MatterActs,

    /// <summary>Share of the codebook's phrase for which only words of a near meaning stand there.</summary>
    NearWords,

    /// <summary>Whether what the codebook's phrase does with the matter stands there in the same words.</summary>
    SameWords,

    /// <summary>Whether it does not.</summary>
    OtherWords,

    /// <summary>How much of the issue's definition stands around the match, as <see cref="Issues.MatchSurroundings.Context"/>, in thirds.</summary>
    Context,

    /// <summary>Whether one word alone names the issue and nothing of its definition stands around it.</summary>
    LoneWord,

    /// <summary>How far into the text it stands, 0-1.</summary>
    Late,

    /// <summary>Whether its sentence looks back: a past year, "ago", "last year", "earlier".</summary>
    Background,

    /// <summary>Whether only deeds and negations tell it, as of things that are or were so: "are holding no talks".</summary>
    Fact,

    /// <summary>Whether what somebody of no party tells of another was read: an agency, a newspaper, an analyst.</summary>
    ToldByOutsider,

    /// <summary>Share of the words that are synonyms of the codebook's.</summary>
    Synonyms,

    /// <summary>Whether another issue is named by what hangs on the matter: "talks on lifting the embargo".</summary>
    Holds,

    /// <summary>Whether the clause only points back to the matter, and wants, refuses or judges it.</summary>
    BackWithStance,

    /// <summary>Whether nothing before it in the article was read of the issue.</summary>
    FirstOfIssue,

    /// <summary>Whether the speaker's words only name the matter and the cue is one of saying.</summary>
    SaidBare,

    /// <summary>Whether the issue expects the holder to act.</summary>
    OwnIssue,

    /// <summary>How far the clause means other issues, as <see cref="Issues.IssueMeanings.ShareOfOthers"/>.</summary>
    ClauseMeansOthers,

    /// <summary>How far the words that name the matter mean other issues.</summary>
    WordsMeanOthers,

    /// <summary>How clearly a pointing back means the matter, as <see cref="References.Reference.Clearness"/>; 0 where it is named.</summary>
    PointsClearly,

    /// <summary>Whether no word stands for the matter, or only a verb that stands for another: "refused", "would do so".</summary>
    PointsByVerb,

    /// <summary>Whether the matter stands, by the tree, in a phrase that only tells when, where or by what: "announced it after two days of talks".</summary>
    InAside,

    /// <summary>Whether one word alone names the matter, and what governs it governs a matter of another issue too that fits clearly better.</summary>
    BetterBeside,

    /// <summary>Whether its sentence attributes nothing and goes on with what the one before tells of the speaker.</summary>
    FollowsOn,
}
