namespace Demarche.Core.Ledger;

/// <summary>The codebook's file in a ledger's folder, read again when anybody has written it. Safe to share.</summary>
internal sealed class CodebookCopy(string path)
{
    private readonly Lock _reading = new();
    private (DateTime Written, long Length)? _stamp;
    private string? _text;

    /// <summary>Its text now; null when there is none.</summary>
    public string? Text
    {
        get
        {
            lock (_reading)
            {
                var file = new FileInfo(path);
                if (!file.Exists)
                {
                    (_stamp, _text) = (null, null);
                }
                else if (_stamp != (file.LastWriteTimeUtc, file.Length))
                {
                    // The stamp of before the reading: what is written meanwhile is read the next time.
                    (_stamp, _text) = ((file.LastWriteTimeUtc, file.Length), File.ReadAllText(path));
                }

                return _text;
            }
        }
    }

    /// <summary>Puts <paramref name="text"/> in its place.</summary>
    public void Replace(string text)
    {
        lock (_reading)
        {
            // Beside it first, then in one step over it: a reader never sees half a codebook.
            string draft = path + ".new";
            File.WriteAllText(draft, text);
            File.Move(draft, path, overwrite: true);
            _stamp = null;
        }
    }
}
