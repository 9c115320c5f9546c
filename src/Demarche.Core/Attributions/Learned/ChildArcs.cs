namespace Demarche.Core.Attributions.Learned;

/// <summary>Relations of a token's children that tell about cues.</summary>
[Flags]
internal enum ChildArcs : ushort
{
    None = 0,
    Subject = 1,
    PassiveSubject = 2,
    Clause = 4,
    OpenClause = 8,
    Object = 16,
    Parataxis = 32,
    Adverbial = 64,
    Mark = 128,
    Oblique = 256,
    Auxiliary = 512,
    Agent = 1024,
    Case = 2048,
    Noun = 4096,
}
