using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Entities;

/// <summary>A word as the recognizer sees it.</summary>
/// <param name="Hashes">Its spelling.</param>
/// <param name="Coarse">Its class among few; -1 for an unknown word.</param>
/// <param name="Middle">Its class among more.</param>
/// <param name="Fine">Its class among many.</param>
/// <param name="Capital">How it is capitalised.</param>
internal readonly record struct WordView(WordHashes Hashes, int Coarse, int Middle, int Fine, uint Capital);
