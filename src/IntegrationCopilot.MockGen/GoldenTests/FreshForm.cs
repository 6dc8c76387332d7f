using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace IntegrationCopilot.MockGen;

/// <summary>The form of a value that is made anew for each use: text in which one part, or several, differ from use to use.</summary>
/// <param name="Before">What stands before the part that differs.</param>
/// <param name="Letters">The characters the part is made of, at least two.</param>
/// <param name="Length">How many characters the part has, 1 to <see cref="MaxLength"/> together with those that follow.</param>
/// <param name="After">What stands after it.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record FreshForm(string Before, string Letters, int Length, string After = "")
{
    /// <summary>Characters of the part that differs, at most.</summary>
    public const int MaxLength = SHA256.HashSizeInBytes;

    private const double ManyUses = 10_000;

    /// <summary>What follows <see cref="After"/>, where a second part differs too, as the month of a day does; null where nothing does.</summary>
    public FreshForm? Next { get; init; }

    /// <summary>How many values there are, at least 1.</summary>
    [JsonIgnore]
    public double Count => Parts().Aggregate(1.0, (count, part) => count * Math.Pow(part.Letters.Length, part.Length));

    /// <summary>Whether there are so many values that two uses hardly ever get the same.</summary>
    [JsonIgnore]
    internal bool HasRoom => Count >= ManyUses;

    /// <summary>The value of a use, spelled as text: the same for the same use.</summary>
    /// <param name="use">What it is for, such as a run, a case and a variable.</param>
    public string Make(string use)
    {
        ArgumentNullException.ThrowIfNull(use);
        ReadOnlySpan<byte> bytes = SHA256.HashData(Encoding.UTF8.GetBytes(use));
        var made = new StringBuilder();
        foreach (var part in Parts())
        {
            var length = Math.Clamp(part.Length, 0, bytes.Length);
            made.Append(part.Before);
            foreach (var value in bytes[..length]) made.Append(part.Letters[value % part.Letters.Length]);
            made.Append(part.After);
            bytes = bytes[length..];
        }

        return made.ToString();
    }

    private IEnumerable<FreshForm> Parts()
    {
        for (var part = this; part is not null; part = part.Next) yield return part;
    }
}
