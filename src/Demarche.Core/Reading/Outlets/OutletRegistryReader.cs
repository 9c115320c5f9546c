using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Demarche.Core.Reading.Outlets;

/// <summary>Reads a registry of outlets from YAML. Bad input is no exception: it comes back as problems with line, column and remedy.</summary>
public sealed class OutletRegistryReader
{
    // A file that is no registry at all would fill the screen; the first twenty tell enough.
    private const int MostProblems = 20;

    private static readonly string[] Keys = ["name", "domains", "aliases", "language"];

    private readonly OutletRegistry _registry = new();
    private readonly List<OutletProblem> _problems = [];

    private OutletRegistryReader()
    {
    }

    /// <summary>Reads the text of a registry; an empty one knows no outlet.</summary>
    public static OutletReading Read(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var reader = new OutletRegistryReader();
        YamlNode? root = YamlText.Read(yaml, "registry of outlets", (mark, problem) => reader.Tell(mark, problem));
        if (root is not null)
        {
            reader.TakeFile(root);
        }

        return new OutletReading(reader._problems.Count == 0 ? reader._registry : null, reader._problems);
    }

    private void TakeFile(YamlNode root)
    {
        if (root is YamlScalarNode { Value: "" or null })
        {
            return;
        }

        if (root is not YamlMappingNode file)
        {
            Tell(root.Start, "the file must begin with the key 'outlets:', under it a list of - name: ...");
            return;
        }

        foreach ((YamlNode key, YamlNode value) in file.Children)
        {
            if (key is not YamlScalarNode { Value: "outlets" })
            {
                Tell(key.Start, $"unknown key '{key}'; the only one at this place is outlets");
            }
            else if (value is YamlSequenceNode list)
            {
                foreach (YamlNode entry in list.Children)
                {
                    TakeOutlet(entry);
                }
            }
            else if (value is not YamlScalarNode { Value: "" or null })
            {
                Tell(value.Start, "'outlets' must be a list: write - name: ... for each outlet");
            }
        }
    }

    private void TakeOutlet(YamlNode entry)
    {
        if (entry is not YamlMappingNode fields)
        {
            Tell(entry.Start, "an outlet must have keys: write - name: ..., below it domains: [...]");
            return;
        }

        foreach (YamlNode key in fields.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } text } || !Keys.Contains(text))
            {
                Tell(key.Start, $"unknown key '{key}' in an outlet; known are {string.Join(", ", Keys)}");
            }
        }

        List<YamlScalarNode> names = Texts(fields, "name", isList: false);
        if (names.Count == 0)
        {
            Tell(fields.Start, "an outlet has no name: add a line 'name: ...'");
            return;
        }

        YamlScalarNode? language = Texts(fields, "language", isList: false).FirstOrDefault();
        if (language is not null && !(language.Value!.Length == 2 && language.Value.All(char.IsAsciiLetterLower)))
        {
            Tell(language.Start, $"'{language.Value}' is no code of a language: write two small letters, as in language: en");
        }

        Enter(new KnownOutlet(names[0].Value!.Trim(), language?.Value), [names[0], .. Texts(fields, "aliases", isList: true)], Texts(fields, "domains", isList: true));
    }

    private void Enter(KnownOutlet outlet, List<YamlScalarNode> names, List<YamlScalarNode> domains)
    {
        foreach (YamlScalarNode name in names)
        {
            TellTwice(name, _registry.AddName(name.Value!, outlet), outlet);
        }

        foreach (YamlScalarNode domain in domains)
        {
            if (OutletRegistry.DomainKey(domain.Value!.Trim()) is { } key)
            {
                TellTwice(domain, _registry.AddDomain(key, outlet), outlet);
            }
            else
            {
                Tell(domain.Start, $"'{domain.Value}' is no domain: write it without https:// and path, as in courier.example");
            }
        }
    }

    private void TellTwice(YamlScalarNode node, KnownOutlet? holder, KnownOutlet outlet)
    {
        if (holder is not null)
        {
            Tell(node.Start, $"'{node.Value}' stands for {holder.Name} and for {outlet.Name}: take it out of one, or join the two entries");
        }
    }

    private List<YamlScalarNode> Texts(YamlMappingNode fields, string key, bool isList)
    {
        if (!fields.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) || value is YamlScalarNode { Value: "" or null })
        {
            return [];
        }

        IEnumerable<YamlNode> items = isList && value is YamlSequenceNode list ? list.Children : [value];
        var texts = new List<YamlScalarNode>();
        foreach (YamlNode item in items)
        {
            if (item is YamlScalarNode scalar && !string.IsNullOrWhiteSpace(scalar.Value))
            {
                texts.Add(scalar);
            }
            else
            {
                Tell(item.Start, isList ? $"'{key}' must hold texts: write {key}: [one, another]" : $"'{key}' must be a text: write {key}: some words");
            }
        }

        return texts;
    }

    private void Tell(Mark mark, string message)
    {
        if (_problems.Count < MostProblems)
        {
            _problems.Add(new OutletProblem((int)mark.Line, (int)mark.Column, message));
        }
    }
}

/// <summary>What reading a registry gave.</summary>
/// <param name="Registry">The registry; null exactly when there are problems.</param>
/// <param name="Problems">Why there is none, in the file's order.</param>
public sealed record OutletReading(OutletRegistry? Registry, IReadOnlyList<OutletProblem> Problems);

/// <summary>Something in a registry that must be mended.</summary>
/// <param name="Line">1-based line of the file.</param>
/// <param name="Column">1-based column.</param>
/// <param name="Message">What is wrong, with the words it concerns, and the remedy.</param>
public sealed record OutletProblem(int Line, int Column, string Message);
