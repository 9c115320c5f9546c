namespace Demarche.Core.Attributions.Learned.Network;

/// <summary>What the network sees of a token from a cue: numbers of values, one of each kind.</summary>
internal static class CueFields
{
    private const int Arcs = 2048;

    /// <summary>Kinds of values: how many, and how long their vectors are.</summary>
    public static readonly (int Values, int Columns)[] Sizes = [(24, 16), (Arcs, 16), (30, 8), (48, 8), (6, 4), (24, 4), (Arcs, 8)];

    /// <summary>Appends one row of ids for the token at <paramref name="slot"/> of the setting's window.</summary>
    public static void Add(TokenFacts facts, CueSetting setting, int slot, List<int> ids)
    {
        int token = setting.Window.Start + slot;
        int side = token < setting.Cue.Start ? 1 : token >= setting.Cue.End ? 2 : 0;
        int distance = (int)setting.Distance(token);
        ids.Add(distance);
        ids.Add(Fold(setting.Arcs[slot]));
        ids.Add((setting.RuleRoles[slot] * 6) + setting.RuleStrength);
        ids.Add((((setting.Commas[slot] * 4) + setting.Marks[slot]) * 3) + side);
        ids.Add((setting.OtherCues[slot] * 2) + (setting.IsOtherCue[slot] ? 1 : 0));
        ids.Add((facts.Habit[setting.Head] * 4) + Math.Min(setting.Cue.Length, 4) - 1);
        ids.Add(Fold(((uint)facts.Tree.Children[setting.Head] * 3) + (uint)side));
    }

    private static int Fold(uint value) => (int)(unchecked(value * 0x9E3779B1u) >> 21);
}
