using System.Numerics;
using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Distinct UTF-8 names and the place of each in the order given.</summary>
internal sealed class NameTable
{
    private readonly ulong[] keys;
    private readonly int[] places;
    private readonly byte[][] names;
    private readonly int shift;

    public NameTable(IEnumerable<string> names)
    {
        this.names = [.. names.Select(Encoding.UTF8.GetBytes)];
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, this.names.Length * 2));
        shift = 64 - BitOperations.Log2((uint)size);
        keys = new ulong[size];
        places = new int[size];
        Array.Fill(places, -1);
        for (var place = 0; place < this.names.Length; place++) Insert(place);
    }

    public int Count => names.Length;

    public byte[] this[int place] => names[place];

    /// <summary>The place of a name; -1 when it is not there.</summary>
    public int Find(ulong key, ReadOnlySpan<byte> name)
    {
        for (var slot = Slot(key); ; slot = (slot + 1) & (keys.Length - 1))
        {
            var place = places[slot];
            if (place < 0) return -1;
            if (keys[slot] == key && (NameKey.IsExact(key) || names[place].AsSpan().SequenceEqual(name))) return place;
        }
    }

    private void Insert(int place)
    {
        var key = NameKey.Of(names[place]);
        var slot = Slot(key);
        while (places[slot] >= 0) slot = (slot + 1) & (keys.Length - 1);
        (keys[slot], places[slot]) = (key, place);
    }

    private int Slot(ulong key) => (int)((key * 0x9E37_79B9_7F4A_7C15) >> shift);
}
