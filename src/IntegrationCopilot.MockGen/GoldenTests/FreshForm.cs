using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace IntegrationCopilot.MockGen;

/// <summary>The form of a value that is made anew for each use: text in which one part differs from use to use.</summary>
/// <param name="Before">What stands before the part that differs.</param>
/// <param name="Letters">The characters the part is made of, at least two.</param>
/// <param name="Length">How many characters the part has, 1 to <see cref="MaxLength"/>.</param>
/// <param name="After">What stands after it.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record FreshForm(string Before, string Letters, int Length, string After = "")
{
    /// <summary>Characters of the part that differs, at most.</summary>
    public const int MaxLength = SHA256.HashSizeInBytes;

    private const double ManyUses = 10_000;

    /// <summary>Whether there are so many values that two uses hardly ever get the same.</summary>
    [JsonIgnore]
    internal bool HasRoom => Math.Pow(Letters.Length, Length) >= ManyUses;

    /// <summary>The value of a use, spelled as text: the same for the same use.</summary>
    /// <param name="use">What it is for, such as a run, a case and a variable.</param>
    public string Make(string use)
    {
        ArgumentNullException.ThrowIfNull(use);
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(use));
        var part = new StringBuilder(Before, Before.Length + Length + After.Length);
        foreach (var value in bytes.AsSpan(0, Math.Clamp(Length, 0, MaxLength))) part.Append(Letters[value % Letters.Length]);
        return part.Append(After).ToString();
    }
}
