namespace Demarche.Core.Reading.Pages;

/// <summary>Parts of the names that makers of pages give to elements, and which of them each element has. An element is looked at from every block in it: what was found is kept on it.</summary>
internal sealed class NameStems
{
    private readonly string[] _stems;

    /// <summary>A table of stems.</summary>
    /// <param name="index">Which one of all tables it is, from 0; no two have the same.</param>
    /// <param name="stems">The stems, in lower case.</param>
    public NameStems(int index, params string[] stems)
    {
        _stems = stems;
        Index = index;
    }

    /// <summary>Which one of all tables of stems this is.</summary>
    public int Index { get; }

    /// <summary>The stems in an element's names.</summary>
    public string[] In(PageNode node) => node.Names.Length <= 1 ? [] : node.Kept(this) ?? node.Keep(this, Find(node.Names));

    private string[] Find(string names) => Array.FindAll(_stems, stem => names.Contains(stem, StringComparison.Ordinal));
}
