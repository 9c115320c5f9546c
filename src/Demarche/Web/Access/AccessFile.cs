using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Demarche.Web.Access;

/// <summary>Who may see a ledger's page: the hash of a password and the hashes of keys for programs, in <c>access.json</c> in the ledger's folder.</summary>
internal sealed class AccessFile
{
    /// <summary>Name of the file in the ledger's folder.</summary>
    public const string Name = "access.json";

    /// <summary>Fewest characters of a password (NIST SP 800-63B-4, section 3.1.1.2: 15 where nothing else is asked).</summary>
    public const int ShortestPassword = 15;

    // Rounds of PBKDF2 with HMAC-SHA-256: OWASP Password Storage Cheat Sheet, 2023.
    private const int Rounds = 600_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    private readonly Stored _stored;

    private AccessFile(Stored stored) => _stored = stored;

    /// <summary>Reads the file of a ledger; null when there is none, so that nobody is asked.</summary>
    /// <exception cref="InvalidDataException">It is no such file; the message says what to do.</exception>
    public static AccessFile? Read(string folder)
    {
        string path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return new AccessFile(JsonSerializer.Deserialize(File.ReadAllBytes(path), AccessJson.Default.Stored)!);
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{path} cannot be read. Delete it and set the password anew: demarche serve --set-password");
        }
    }

    /// <summary>Sets the password of a ledger's page; keys stay.</summary>
    public static void SetPassword(string folder, string password)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(password.Length, ShortestPassword);
        byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
        Stored stored = Read(folder)?._stored ?? new Stored();
        Write(folder, stored with { Salt = salt, Rounds = Rounds, Password = HashOf(password, salt, Rounds) });
    }

    /// <summary>Makes a key for programs and gives it; it is kept as a hash only, so this is the one time it is seen.</summary>
    /// <param name="folder">The ledger's folder.</param>
    /// <param name="name">What the key is for; an earlier one of that name stops working.</param>
    public static string AddKey(string folder, string name)
    {
        string key = "dem_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(HashBytes));
        Stored stored = Read(folder)?._stored ?? new Stored();
        Write(folder, stored with { Keys = new SortedDictionary<string, string>(stored.Keys, StringComparer.Ordinal) { [name] = DigestOf(key) } });
        return key;
    }

    /// <summary>Whether a password is set; without one only keys open the page.</summary>
    public bool HasPassword => _stored.Password is not null;

    /// <summary>Whether <paramref name="password"/> is the one; takes a noticeable part of a second on purpose.</summary>
    public bool Accepts(string password) => _stored is { Password: { } hash, Salt: { } salt }
        && CryptographicOperations.FixedTimeEquals(HashOf(password, salt, _stored.Rounds), hash);

    /// <summary>The name of <paramref name="key"/>, or null when it is none of ours. Keys are random and long: one round of hashing is enough.</summary>
    public string? NameOfKey(string key)
    {
        byte[] digest = Encoding.ASCII.GetBytes(DigestOf(key));
        return _stored.Keys.Where(known => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(known.Value), digest))
            .Select(known => known.Key)
            .FirstOrDefault();
    }

    private static byte[] HashOf(string password, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(password.Normalize(NormalizationForm.FormKC), salt, rounds, HashAlgorithmName.SHA256, HashBytes);

    private static string DigestOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static void Write(string folder, Stored stored)
    {
        string path = Path.Combine(folder, Name);
        string draft = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, stored, AccessJson.Default.Stored);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>The file's fields.</summary>
    internal sealed record Stored
    {
        /// <summary>Salt of the password.</summary>
        public byte[]? Salt { get; init; }

        /// <summary>Rounds of hashing.</summary>
        public int Rounds { get; init; }

        /// <summary>Hash of the password, or null when only keys open the page.</summary>
        public byte[]? Password { get; init; }

        /// <summary>SHA-256 of the keys by name, hexadecimal.</summary>
        public SortedDictionary<string, string> Keys { get; init; } = new(StringComparer.Ordinal);
    }
}

/// <summary>Writes and reads the file without reflection.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AccessFile.Stored))]
internal sealed partial class AccessJson : JsonSerializerContext;
