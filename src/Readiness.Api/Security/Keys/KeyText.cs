using System.Buffers.Text;
using System.Security.Cryptography;

namespace Readiness.Api.Security.Keys;

/// <summary>The text of a key: <c>rdn_</c>, its id, an underscore, and a secret of 256 random bits in base64url.</summary>
/// <param name="Id">The id.</param>
/// <param name="Secret">The secret.</param>
internal sealed record KeyText(string Id, string Secret)
{
    /// <summary>What every key begins with, so that it is told from a token, and found where it was left behind.</summary>
    public const string Prefix = "rdn_";

    private const int IdBytes = 8;
    private const int SecretBytes = 32;

    /// <summary>A new key.</summary>
    public static KeyText Generate() => new(
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)),
        Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>Reads a key; none if the text is something else.</summary>
    /// <param name="text">The text.</param>
    public static KeyText? Parse(string text)
    {
        const int IdEnd = 4 + (2 * IdBytes);
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length <= IdEnd || text[IdEnd] != '_')
        {
            return null;
        }

        KeyText key = new(text[Prefix.Length..IdEnd], text[(IdEnd + 1)..]);
        return key.Id.All(char.IsAsciiHexDigitLower) && Base64Url.IsValid(key.Secret, out int bytes) && bytes == SecretBytes ? key : null;
    }

    /// <summary>What is kept of the secret. A slow hash would add nothing: nobody can try 2^256 secrets, however fast.</summary>
    public byte[] Hash() => SHA256.HashData(Base64Url.DecodeFromChars(Secret));

    /// <summary>Whether this is the key that a hash was kept of. How long that takes says nothing about how far they agree.</summary>
    /// <param name="hash">The hash.</param>
    public bool Matches(ReadOnlySpan<byte> hash) => CryptographicOperations.FixedTimeEquals(Hash(), hash);

    /// <summary>The whole key.</summary>
    public string Reveal() => $"{Prefix}{Id}_{Secret}";

    /// <summary>The key without its secret, so that no log gets to see it.</summary>
    public override string ToString() => $"{Prefix}{Id}_...";
}
