namespace Demarche.Core.Positions.Clauses;

/// <summary>How a condition binds what stands beside it.</summary>
internal enum ConditionKind
{
    /// <summary>"if": when this comes, that follows.</summary>
    Plain,

    /// <summary>"unless", "only if", "without": nothing happens before it is met.</summary>
    Exclusive,

    /// <summary>"as long as": what is refused while this lasts is wanted once it ends.</summary>
    Lasting,

    /// <summary>"in exchange for": what is named is wanted in return.</summary>
    Exchange,

    /// <summary>"before any", "as a precondition for": what is named waits for what stands beside it.</summary>
    Before,

    /// <summary>"tied it to", "made it dependent on": what stands before it comes only with what is named.</summary>
    Tie,
}
