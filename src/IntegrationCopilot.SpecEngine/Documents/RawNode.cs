using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace IntegrationCopilot.SpecEngine;

/// <summary>A node of a <see cref="RawDocument"/>. The default value is the undefined node: every look-up on it gives the undefined node again.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public readonly struct RawNode : IEquatable<RawNode>
{
    private const int StackedDepth = 64;
    private readonly int index;

    internal RawNode(RawDocument document, int index)
    {
        Document = document;
        this.index = index;
    }

    /// <summary>The document the node belongs to; null for the undefined node.</summary>
    public RawDocument? Document { get; }

    /// <summary>Whether there is a node.</summary>
    public bool IsDefined => Document is not null;

    /// <summary>What the node is; <see cref="RawKind.Undefined"/> for the undefined node.</summary>
    public RawKind Kind => Document is null ? RawKind.Undefined : Value.Kind;

    /// <summary>Whether the node is an object.</summary>
    public bool IsObject => Kind == RawKind.Object;

    /// <summary>Whether the node is an array.</summary>
    public bool IsArray => Kind == RawKind.Array;

    /// <summary>Number of members or items; 0 for scalars.</summary>
    public int Count => Kind is RawKind.Object or RawKind.Array ? Value.ValueLength : 0;

    /// <summary>The member name this node has in its parent; empty for array items and the root.</summary>
    public string Name
    {
        get
        {
            if (Document is null || Entry.NameStart < 0) return "";
            return (Entry.Flags & RawEntryFlags.EscapedName) != 0 ? JsonEscapes.Unescape(NameBytes) : Encoding.UTF8.GetString(NameBytes);
        }
    }

    /// <summary>The containing object or array; undefined for the root.</summary>
    public RawNode Parent => Document is null || Entry.Parent < 0 ? default : new RawNode(Document, Entry.Parent);

    /// <summary>Members of an object or items of an array in document order; none for scalars. Names may repeat when the document repeats them.</summary>
    public RawNodeChildren Children => new(this);

    /// <summary>The JSON Pointer of the node (RFC 6901). Beneath a YAML alias it is the pointer of the anchored original.</summary>
    public string Pointer => BuildPointer();

    /// <summary>Where the node starts: a member at its name, everything else at its value.</summary>
    /// <exception cref="InvalidOperationException">The node is undefined.</exception>
    public SourceLocation Location
    {
        get
        {
            if (Document is null) throw new InvalidOperationException("An undefined node has no location.");
            var (line, column) = Document.PositionOf(index);
            return new SourceLocation(Document.Name, Pointer, line, column);
        }
    }

    internal int Index => index;

    /// <summary>Index of the node that holds the value: another one when this node is an alias. Two aliases of one anchor share it.</summary>
    internal int ValueIndex => (Entry.Flags & RawEntryFlags.Alias) != 0 ? Entry.ValueStart : index;

    /// <summary>The node that an alias stands for; every other node itself.</summary>
    internal RawNode Anchored => new(Document!, ValueIndex);

    private ref readonly RawEntry Entry => ref Document!.Entries[index];

    private ref readonly RawEntry Value => ref Document!.Entries[ValueIndex];

    internal ReadOnlySpan<byte> NameBytes => Document!.Text.Span.Slice(Entry.NameStart, Entry.NameLength);

    private ReadOnlySpan<byte> ValueBytes => Document!.Text.Span.Slice(Value.ValueStart, Value.ValueLength);

    /// <summary>The member of that name; the last one when the name repeats; undefined when there is none or this is no object.</summary>
    /// <param name="name">The member name, compared ordinally.</param>
    public RawNode this[string name]
    {
        get
        {
            if (Kind != RawKind.Object) return default;
            if (Document!.MemberIndex(ValueIndex) is { } members)
                return members.TryGetValue(name, out var found) ? new RawNode(Document, found) : default;
            Span<byte> buffer = stackalloc byte[256];
            return Encoding.UTF8.TryGetBytes(name, buffer, out var length) ? FindMember(buffer[..length]) : FindMember(Encoding.UTF8.GetBytes(name));
        }
    }

    /// <summary>The item at that index; undefined when there is none or this is no array. Takes time linear in <paramref name="item"/>.</summary>
    /// <param name="item">0-based.</param>
    public RawNode this[int item]
    {
        get
        {
            if (Kind != RawKind.Array || item < 0 || item >= Count) return default;
            var at = ValueIndex + 1;
            for (var i = 0; i < item; i++) at = Document!.Entries[at].Next;
            return new RawNode(Document!, at);
        }
    }

    /// <summary>Gets the member of that name.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(string name, out RawNode node)
    {
        node = this[name];
        return node.IsDefined;
    }

    /// <summary>The text of a string; null for everything else.</summary>
    public string? GetString()
    {
        if (Kind != RawKind.String) return null;
        return (Value.Flags & RawEntryFlags.EscapedValue) != 0 ? JsonEscapes.Unescape(ValueBytes) : Encoding.UTF8.GetString(ValueBytes);
    }

    /// <summary>
    /// The text of any scalar: a string's content, a number as written, <c>true</c>, <c>false</c> or <c>null</c>; null for containers and the undefined node.
    /// </summary>
    public string? GetScalarText() => Kind switch
    {
        RawKind.String => GetString(),
        RawKind.Number => Encoding.UTF8.GetString(ValueBytes),
        RawKind.True => "true",
        RawKind.False => "false",
        RawKind.Null => "null",
        _ => null,
    };

    /// <summary>The value of a boolean; null for everything else.</summary>
    public bool? GetBoolean() => Kind switch { RawKind.True => true, RawKind.False => false, _ => null };

    /// <summary>The value of a whole number within range, also when written as <c>1.0</c> or <c>1e3</c>; null for everything else.</summary>
    public long? GetInt64()
    {
        if (Kind != RawKind.Number) return null;
        if (Utf8Parser.TryParse(ValueBytes, out long whole, out var used) && used == ValueBytes.Length) return whole;
        return decimal.TryParse(ValueBytes, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : null;
    }

    /// <summary>The value of a number as the nearest double; null for everything else.</summary>
    public double? GetDouble() =>
        Kind == RawKind.Number && double.TryParse(ValueBytes, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether this is a string with exactly that text.</summary>
    public bool IsString(string text) => Kind == RawKind.String && string.Equals(GetString(), text, StringComparison.Ordinal);

    /// <summary>UTF-8 bytes of a number as written, or of a string's content when it holds no escapes.</summary>
    /// <returns>False for other kinds and for strings with escapes.</returns>
    internal bool TryGetPlainUtf8(out ReadOnlySpan<byte> utf8)
    {
        utf8 = default;
        if (Kind is not (RawKind.String or RawKind.Number) || (Value.Flags & RawEntryFlags.EscapedValue) != 0) return false;
        utf8 = ValueBytes;
        return true;
    }

    /// <summary>Writes the node as JSON. Numbers keep their spelling.</summary>
    /// <param name="writer">Where to.</param>
    public void WriteTo(Utf8JsonWriter writer) => RawNodeWriter.Write(this, writer);

    /// <summary>The node as UTF-8 JSON text without insignificant white space.</summary>
    public byte[] ToUtf8Json() => RawNodeWriter.ToUtf8(this);

    /// <summary>The node as JSON text without insignificant white space; empty for the undefined node.</summary>
    public override string ToString() => IsDefined ? Encoding.UTF8.GetString(ToUtf8Json()) : "";

    /// <inheritdoc />
    public bool Equals(RawNode other) => ReferenceEquals(Document, other.Document) && index == other.index;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is RawNode other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Document, index);

    /// <summary>Whether both are the same node of the same document.</summary>
    public static bool operator ==(RawNode left, RawNode right) => left.Equals(right);

    /// <summary>Whether they are different nodes.</summary>
    public static bool operator !=(RawNode left, RawNode right) => !left.Equals(right);

    /// <summary>One step of a JSON Pointer.</summary>
    internal RawNode Step(string token) => Kind switch
    {
        RawKind.Object => this[token],
        RawKind.Array when NodePointer.TryIndex(token, out var item) => this[item],
        _ => default,
    };

    /// <summary>The last member of that name, without building an index: for fixed field names, of which objects have few.</summary>
    internal RawNode FindMember(ReadOnlySpan<byte> name)
    {
        if (Kind != RawKind.Object) return default;
        var entries = Document!.Entries;
        var text = Document.Text.Span;
        var container = ValueIndex;
        var found = -1;
        for (var at = container + 1; at < entries[container].Next; at = entries[at].Next)
        {
            ref readonly var entry = ref entries[at];
            if ((entry.Flags & RawEntryFlags.EscapedName) != 0 ? new RawNode(Document, at).NameEquals(name)
                : entry.NameLength == name.Length && text.Slice(entry.NameStart, entry.NameLength).SequenceEqual(name))
                found = at;
        }
        return found < 0 ? default : new RawNode(Document, found);
    }

    internal bool NameEquals(ReadOnlySpan<byte> name) =>
        (Entry.Flags & RawEntryFlags.EscapedName) != 0 ? name.SequenceEqual(Encoding.UTF8.GetBytes(Name)) : name.SequenceEqual(NameBytes);

    private string BuildPointer()
    {
        if (Document is not null && (Entry.Flags & RawEntryFlags.Made) != 0) return Origin.Pointer;
        if (Document is null) return "";
        var depth = 0;
        for (var at = index; Document.Entries[at].Parent >= 0; at = Document.Entries[at].Parent) depth++;
        Span<int> path = depth <= StackedDepth ? stackalloc int[depth] : new int[depth];
        for (var at = index; depth > 0; at = Document.Entries[at].Parent) path[--depth] = at;
        var pointer = new StringBuilder(path.Length * 16);
        foreach (var at in path)
        {
            var node = new RawNode(Document, at);
            NodePointer.Append(pointer, node.Entry.NameStart >= 0 ? node.Name : node.PlaceInArray());
        }
        return pointer.ToString();
    }

    /// <summary>What a made node was made from.</summary>
    private RawNode Origin => (Entry.Flags & RawEntryFlags.Alias) != 0 || Entry.Kind is RawKind.Object or RawKind.Array
        ? new RawNode(Document!, Entry.ValueStart) : Parent;

    private string PlaceInArray()
    {
        var place = 0;
        for (var at = Entry.Parent + 1; at < index; at = Document!.Entries[at].Next) place++;
        return place.ToString(CultureInfo.InvariantCulture);
    }
}
