using System.Collections.Concurrent;
using System.Text;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Where the references of one document lead, found by their text as it lies in the document, so that asking again makes no string.</summary>
internal sealed class ReferenceTargets
{
    private readonly ConcurrentDictionary<string, RawNode> targets;
    private readonly ConcurrentDictionary<string, RawNode>.AlternateLookup<ReadOnlySpan<byte>> byUtf8;

    public ReferenceTargets()
    {
        targets = new ConcurrentDictionary<string, RawNode>(new Utf8Comparer());
        byUtf8 = targets.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public bool TryGet(string reference, out RawNode target) => targets.TryGetValue(reference, out target);

    /// <summary>Finds a target by a <c>$ref</c>.</summary>
    /// <param name="reference">The member; strings with escapes are not found.</param>
    /// <param name="target">Where it leads.</param>
    public bool TryGet(RawNode reference, out RawNode target)
    {
        target = default;
        return reference.TryGetPlainUtf8(out var utf8) && byUtf8.TryGetValue(utf8, out target);
    }

    public void Add(string reference, RawNode target) => targets.TryAdd(reference, target);

    /// <summary>Compares strings, and UTF-8 bytes with strings, ordinally.</summary>
    private sealed class Utf8Comparer : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
    {
        private const int StackedBytes = 512;

        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode(string text)
        {
            Span<byte> stacked = stackalloc byte[StackedBytes];
            return Encoding.UTF8.TryGetBytes(text, stacked, out var length) ? GetHashCode(stacked[..length]) : GetHashCode(Encoding.UTF8.GetBytes(text));
        }

        public bool Equals(ReadOnlySpan<byte> alternate, string other)
        {
            Span<char> stacked = stackalloc char[StackedBytes];
            return Encoding.UTF8.TryGetChars(alternate, stacked, out var length)
                ? other.AsSpan().SequenceEqual(stacked[..length])
                : Encoding.UTF8.GetString(alternate) == other;
        }

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public string Create(ReadOnlySpan<byte> alternate) => Encoding.UTF8.GetString(alternate);
    }
}
