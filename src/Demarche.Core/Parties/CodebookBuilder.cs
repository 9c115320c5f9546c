using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Demarche.Core.Parties;

/// <summary>Builds one codebook from its YAML tree.</summary>
internal sealed class CodebookBuilder
{
    private static readonly string[] RootKeys = ["dispute", "title", "period", "note", "parties", "issues"];
    private static readonly string[] PartyKeys = ["id", "name", "names", "people", "bodies", "from", "until", "note"];
    private static readonly string[] ActorKeys = ["name", "role", "names", "from", "until", "note"];
    private static readonly string[] IssueKeys = ["id", "label", "definition", "terms", "inverse", "exclusive_with", "exclusive", "part_of", "pax", "note"];

    private readonly CodebookProblems _problems = new();
    private readonly CodebookChecks _checks;

    /// <summary>A builder for one tree.</summary>
    public CodebookBuilder() => _checks = new CodebookChecks(_problems);

    /// <summary>The codebook of the tree under <paramref name="root"/>, or its problems.</summary>
    public CodebookReading Build(YamlMappingNode root)
    {
        var fields = new CodebookFields(root, "codebook", RootKeys, _problems);
        var codebook = new Codebook
        {
            Dispute = fields.Required("dispute"),
            Title = fields.Text("title"),
            Period = fields.Text("period"),
            Note = fields.Text("note"),
            Parties = [.. fields.Mappings("parties").Select(BuildParty)],
            Issues = [.. fields.Mappings("issues").Select(BuildIssue)],
        };
        if (codebook.Parties.Count == 0)
        {
            _problems.Error(fields.MarkOf("parties"), "the codebook names no parties: add 'parties:' with '- id: ...' and 'name: ...' under it");
        }

        if (codebook.Issues.Count == 0)
        {
            _problems.Error(fields.MarkOf("issues"), "the codebook names no issues: add 'issues:' with '- id: ...', 'label: ...' and 'terms: [...]' under it");
        }

        _checks.CheckWhole(codebook);
        return new CodebookReading(_problems.HasErrors ? null : codebook, _problems.Sorted());
    }

    private Party BuildParty(YamlMappingNode node)
    {
        var fields = new CodebookFields(node, "party", PartyKeys, _problems);
        string name = fields.Required("name");
        (DateOnly? from, DateOnly? until) = Period(fields, name);
        var party = new Party
        {
            Id = fields.Id(),
            Name = name,
            Names = Distinct(fields.Texts("names")),
            People = [.. fields.Mappings("people").Select(person => BuildActor(person, "person"))],
            Bodies = [.. fields.Mappings("bodies").Select(body => BuildActor(body, "body"))],
            From = from,
            Until = until,
        };
        _checks.Add(party, fields.MarkOf("id"));
        return party;
    }

    private Actor BuildActor(YamlMappingNode node, string what)
    {
        var fields = new CodebookFields(node, what, ActorKeys, _problems);
        string? role = fields.Text("role");
        (DateOnly? from, DateOnly? until) = Period(fields, role ?? "");
        var actor = new Actor
        {
            Name = fields.Required("name"),
            Role = role,
            Names = Distinct(fields.Texts("names")),
            From = from,
            Until = until,
        };
        _checks.Add(actor, fields.Mark);
        return actor;
    }

    private Issue BuildIssue(YamlMappingNode node)
    {
        var fields = new CodebookFields(node, "issue", IssueKeys, _problems);
        List<(string Text, Mark Mark)> terms = fields.Texts("terms");
        List<(string Text, Mark Mark)> inverse = fields.Texts("inverse");
        var issue = new Issue
        {
            Id = fields.Id(),
            Label = fields.Required("label"),
            Definition = fields.Text("definition"),
            Terms = Distinct(terms),
            Inverse = Distinct(inverse),
            // The short key is the name the field goes by in other tools' codebooks.
            ExclusiveWith = Distinct([.. fields.Texts("exclusive_with"), .. fields.Texts("exclusive")]),
            PartOf = fields.Text("part_of"),
            Pax = fields.Text("pax"),
        };
        if (terms.Count == 0)
        {
            _problems.Error(fields.MarkOf("terms"), $"the issue '{issue.Id}' has no terms: add 'terms: [...]' with phrases that name the outcome");
        }

        _checks.Add(issue, fields, terms, inverse);
        return issue;
    }

    // Days given as such win over days in words, and either may be given alone.
    private (DateOnly? From, DateOnly? Until) Period(CodebookFields fields, string words)
    {
        (DateOnly? from, DateOnly? until) = PeriodInWords.Read(words);
        from = fields.Day("from") ?? from;
        until = fields.Day("until") ?? until;
        if (from > until)
        {
            _problems.Error(fields.MarkOf("until"), $"the period ends ({until:yyyy-MM-dd}) before it begins ({from:yyyy-MM-dd}): swap the days or mend one");
        }

        return (from, until);
    }

    private static string[] Distinct(List<(string Text, Mark Mark)> texts) =>
        [.. texts.Select(entry => entry.Text).Distinct(StringComparer.Ordinal)];
}
