using Demarche.Nlp;

namespace Demarche.Core.Attributions.Learned;

/// <summary>
/// Which cue gets a stretch that several want for their content: the one that is surer of it. A cue inside the content of another
/// takes nothing from its holder.
/// </summary>
internal sealed class ContentOwners
{
    /// <summary>Mean probability from which a cue's own tokens are content of another cue.</summary>
    private const float LeastHeld = 0.5f;

    private readonly IReadOnlyList<PartReading> _readings;
    private readonly Dictionary<int, int> _owners = [];
    private readonly int[] _holders;

    public ContentOwners(IReadOnlyList<PartReading> readings)
    {
        _readings = readings;
        _holders = new int[readings.Count];
        for (int inner = 0; inner < readings.Count; inner++)
        {
            _holders[inner] = HolderOf(inner);
        }

        Settle();
    }

    /// <summary>Whether the reading's cue stands in the content of another one.</summary>
    public bool IsHeld(int reading) => _holders[reading] >= 0;

    /// <summary>Whether the reading gets the token for its content.</summary>
    public bool Gets(int reading, int token) =>
        Wants(reading, token) && (IsHeld(reading) || !_owners.TryGetValue(token, out int owner) || owner == reading);

    private bool Wants(int reading, int token)
    {
        CueSetting setting = _readings[reading].Setting;
        int slot = token - setting.Window.Start;
        return slot >= 0 && slot < setting.Window.Length && !setting.Cue.Contains(token) && _readings[reading].IsContent(slot)
            && (!setting.IsOtherCue[slot] || IsCueHeldBy(token, reading));
    }

    // Of the cue at the token, whether the reading holds it.
    private bool IsCueHeldBy(int token, int reading)
    {
        for (int other = 0; other < _readings.Count; other++)
        {
            if (_readings[other].Setting.Cue.Contains(token))
            {
                return _holders[other] == reading;
            }
        }

        return false;
    }

    /// <summary>The surest reading that labels all of the cue as content and is not labeled content by it in turn; -1 for none.</summary>
    private int HolderOf(int inner)
    {
        TokenRange cue = _readings[inner].Setting.Cue;
        int holder = -1;
        float best = LeastHeld;
        for (int outer = 0; outer < _readings.Count; outer++)
        {
            float share = outer == inner ? 0 : MeanContent(_readings[outer], cue);
            if (share > best && MeanContent(_readings[inner], _readings[outer].Setting.Cue) < share)
            {
                (holder, best) = (outer, share);
            }
        }

        return holder;
    }

    private static float MeanContent(PartReading reading, TokenRange tokens)
    {
        TokenRange window = reading.Setting.Window;
        if (tokens.Start < window.Start || tokens.End > window.End)
        {
            return 0;
        }

        float sum = 0;
        for (int i = tokens.Start; i < tokens.End; i++)
        {
            sum += reading.ContentAt(i - window.Start);
        }

        return sum / tokens.Length;
    }

    // Contested stretches go as a whole: runs of tokens that the same readings want.
    private void Settle()
    {
        var claims = new SortedDictionary<int, List<int>>();
        for (int reading = 0; reading < _readings.Count; reading++)
        {
            TokenRange window = _readings[reading].Setting.Window;
            for (int token = window.Start; token < window.End && !IsHeld(reading); token++)
            {
                if (Wants(reading, token))
                {
                    (claims.TryGetValue(token, out List<int>? wanting) ? wanting : claims[token] = []).Add(reading);
                }
            }
        }

        var run = new List<int>();
        List<int> wantedBy = [];
        foreach ((int token, List<int> wanting) in claims)
        {
            if (run.Count > 0 && (token != run[^1] + 1 || !wanting.SequenceEqual(wantedBy)))
            {
                Give(run, wantedBy);
                run.Clear();
            }

            run.Add(token);
            wantedBy = wanting;
        }

        Give(run, wantedBy);
    }

    private void Give(List<int> run, List<int> wantedBy)
    {
        int owner = -1;
        float best = 0;
        foreach (int reading in wantedBy)
        {
            float sum = 0;
            foreach (int token in run)
            {
                sum += _readings[reading].ContentAt(token - _readings[reading].Setting.Window.Start);
            }

            (owner, best) = sum > best ? (reading, sum) : (owner, best);
        }

        foreach (int token in run)
        {
            _owners[token] = owner;
        }
    }
}
