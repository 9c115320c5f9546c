namespace Demarche.Nlp.Labeling;

/// <summary>
/// The labels of a span-marking task in BIO form: label 0 is "outside", 2r+1 begins a span of role r, 2r+2 goes on with it.
/// Knows which label may follow which.
/// </summary>
public sealed class LabelScheme
{
    private readonly string[] _roles;
    private readonly int _mayStartInside;

    /// <summary>A scheme for the given roles.</summary>
    /// <param name="roles">Names of the roles, in label order; at least one.</param>
    /// <param name="mayStartInside">
    /// The role a sequence may begin inside of (a quotation that runs on from the paragraph before), or null for none.
    /// </param>
    /// <exception cref="ArgumentException">No role, or <paramref name="mayStartInside"/> is none of them.</exception>
    public LabelScheme(IReadOnlyList<string> roles, string? mayStartInside = null)
    {
        ArgumentNullException.ThrowIfNull(roles);
        if (roles.Count == 0)
        {
            throw new ArgumentException("A label scheme needs at least one role.", nameof(roles));
        }

        _roles = [.. roles];
        _mayStartInside = mayStartInside is null ? -1 : Array.IndexOf(_roles, mayStartInside);
        if (mayStartInside is not null && _mayStartInside < 0)
        {
            throw new ArgumentException($"'{mayStartInside}' is not among the roles.", nameof(mayStartInside));
        }
    }

    /// <summary>Label of a token outside every span.</summary>
    public static int Outside => 0;

    /// <summary>Names of the roles, in label order.</summary>
    public IReadOnlyList<string> Roles => _roles;

    /// <summary>Number of labels: two a role, and outside.</summary>
    public int Count => (2 * _roles.Length) + 1;

    /// <summary>The label that begins a span of the role.</summary>
    public static int Begin(int role) => (2 * role) + 1;

    /// <summary>The label that goes on with a span of the role.</summary>
    public static int Inside(int role) => (2 * role) + 2;

    /// <summary>The role of a label, or -1 for outside.</summary>
    public static int RoleOf(int label) => (label - 1) >> 1;

    /// <summary>Whether the label begins a span.</summary>
    public static bool IsBegin(int label) => (label & 1) == 1;

    /// <summary>Whether <paramref name="next"/> may follow <paramref name="previous"/>.</summary>
    public static bool MayFollow(int previous, int next) =>
        next == Outside || IsBegin(next) || (previous != Outside && RoleOf(previous) == RoleOf(next));

    /// <summary>Whether a sequence may begin with the label.</summary>
    public bool MayStart(int label) => label == Outside || IsBegin(label) || RoleOf(label) == _mayStartInside;

    /// <summary>The spans of a label sequence, in order.</summary>
    /// <param name="labels">One label a token.</param>
    public IEnumerable<LabelSpan> SpansOf(int[] labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        int start = 0;
        for (int i = 1; i <= labels.Length; i++)
        {
            bool goesOn = i < labels.Length && !IsBegin(labels[i]) && RoleOf(labels[i]) == RoleOf(labels[start]);
            if (goesOn)
            {
                continue;
            }

            if (labels[start] != Outside)
            {
                yield return new LabelSpan(RoleOf(labels[start]), new TokenRange(start, i));
            }

            start = i;
        }
    }
}

/// <summary>A labeled run of tokens.</summary>
/// <param name="Role">Index of the role in the scheme.</param>
/// <param name="Tokens">Positions in the sequence.</param>
public readonly record struct LabelSpan(int Role, TokenRange Tokens);
