namespace IntegrationCopilot.MockGen;

/// <summary>
/// A stream of numbers that depends on the seed and a place, never on what else was made before: the same place gives the same numbers. SplitMix64.
/// </summary>
internal sealed class SampleRandom
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private readonly ulong origin;
    private ulong state;

    private SampleRandom(ulong origin)
    {
        this.origin = origin;
        state = origin;
    }

    /// <summary>The stream of a place.</summary>
    public static SampleRandom For(int seed, string place) => new(Mix(Hash(place) ^ Mix((ulong)(uint)seed)));

    /// <summary>The stream of a place within this one; independent of how much of this one was used.</summary>
    public SampleRandom Child(string name) => new(Mix(origin ^ Hash(name)));

    /// <summary>A number from 0 to below <paramref name="bound"/>.</summary>
    public int Next(int bound) => (int)(NextBits() % (ulong)bound);

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Next(int low, int high) => low + Next(high - low + 1);

    /// <summary>64 bits.</summary>
    public ulong NextBits()
    {
        state += GoldenGamma;
        return Mix(state);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>FNV-1a.</summary>
    private static ulong Hash(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var c in text) hash = (hash ^ c) * 0x100000001B3;
        return hash;
    }
}
