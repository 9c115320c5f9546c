using System.Globalization;
using System.Text.Json;
using Demarche.Core.Evaluation;

namespace Demarche.Cli.Rendering;

/// <summary>What goes wrong with positions, in groups, as text and as JSON.</summary>
internal static class PositionGroupsView
{
    private const int LabelWidth = 14;

    /// <summary>Prints the groups.</summary>
    /// <param name="groups">What is printed.</param>
    /// <param name="withErrors">Whether the lines of every group are listed below it.</param>
    public static void Print(PositionGroups groups, bool withErrors)
    {
        PrintTable("stances, recorded (down) and read (across)", groups.Stances);
        PrintTable("acts of matched lines, recorded (down) and read (across)", groups.Acts);
        PrintGroups("missed lines", groups.Missed, withErrors);
        PrintGroups("false lines", groups.Surplus, withErrors);
    }

    /// <summary>Writes the groups as one object.</summary>
    public static void WriteJson(Utf8JsonWriter json, PositionGroups groups, bool withErrors)
    {
        json.WriteStartObject();
        json.WriteString("of", "groups of positions");
        WriteTable(json, "stances", groups.Stances);
        WriteTable(json, "acts", groups.Acts);
        WriteGroups(json, "missed", groups.Missed, withErrors);
        WriteGroups(json, "false", groups.Surplus, withErrors);
        json.WriteEndObject();
    }

    private static void PrintTable(string title, Confusion table)
    {
        if (table.Recorded.Count == 0)
        {
            return;
        }

        Console.WriteLine($"\n{title}");
        int width = table.Read.Max(word => word.Length) + 2;
        Console.WriteLine(new string(' ', LabelWidth) + string.Concat(table.Read.Select(word => Terminal.Clean(word).PadLeft(width))));
        foreach (string recorded in table.Recorded)
        {
            Console.WriteLine(Terminal.Clean(recorded).PadRight(LabelWidth) + string.Concat(table.Read.Select(read =>
                (table[recorded, read] == 0 ? "." : table[recorded, read].ToString(CultureInfo.InvariantCulture)).PadLeft(width))));
        }
    }

    private static void PrintGroups(string title, IReadOnlyList<ErrorGroup> groups, bool withErrors)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{title}: {groups.Sum(group => group.Errors.Count)}"));
        foreach (ErrorGroup group in groups)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Errors.Count,5}  {group.Label}"));
            foreach (ScoringError error in withErrors ? group.Errors : [])
            {
                Console.WriteLine($"         {Terminal.OneLine($"{error.Article} {error.What}", int.MaxValue)}");
            }
        }
    }

    private static void WriteTable(Utf8JsonWriter json, string name, Confusion table)
    {
        json.WriteStartArray(name);
        foreach (string recorded in table.Recorded)
        {
            foreach (string read in table.Read.Where(read => table[recorded, read] > 0))
            {
                json.WriteStartObject();
                json.WriteString("recorded", recorded);
                json.WriteString("read", read);
                json.WriteNumber("count", table[recorded, read]);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteGroups(Utf8JsonWriter json, string name, IReadOnlyList<ErrorGroup> groups, bool withErrors)
    {
        json.WriteStartArray(name);
        foreach (ErrorGroup group in groups)
        {
            json.WriteStartObject();
            json.WriteString("group", group.Label);
            json.WriteNumber("count", group.Errors.Count);
            if (withErrors)
            {
                EvaluationView.WriteErrors(json, group.Errors);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
