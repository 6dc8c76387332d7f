using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace IntegrationCopilot.Validator;

/// <summary>A JSON text as a flat list of nodes, each object's members already in canonical order.</summary>
/// <remarks>Parsing and writing keep their own stacks, so nesting depth cannot overflow the call stack.</remarks>
internal sealed class CanonicalJsonTree
{
    private readonly List<Node> nodes = [];
    private readonly Dictionary<int, Member[]> members = [];

    private CanonicalJsonTree()
    {
    }

    /// <summary>Reads a text; false, with the reason, when it has no canonical form.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out CanonicalJsonTree? tree, [NotNullWhen(false)] out CanonicalJsonError? error)
    {
        var candidate = new CanonicalJsonTree();
        error = Utf8.IsValid(text) ? candidate.TryRead(text) : new(CanonicalJsonErrorKind.NotUtf8, "The text is not valid UTF-8.", 0);
        tree = error is null ? candidate : null;
        return error is null;
    }

    /// <summary>Writes the canonical bytes of the text the tree was read from.</summary>
    public void Write(ReadOnlySpan<byte> text, IBufferWriter<byte> output)
    {
        var writer = new CanonicalJsonWriter(output);
        var open = new Stack<Cursor>();
        Emit(0, text, ref writer, open);
        while (open.TryPop(out var cursor))
        {
            if (cursor.TryNext(this, out var name, out var value))
            {
                open.Push(cursor);
                if (name >= 0)
                {
                    WriteString(nodes[name], text, ref writer);
                    writer.NameSeparator();
                }

                Emit(value, text, ref writer, open);
            }
            else if (nodes[cursor.Node].Type == JsonTokenType.StartObject) writer.EndObject();
            else writer.EndArray();
        }
    }

    private static long OffsetOf(ReadOnlySpan<byte> text, JsonException e)
    {
        var line = e.LineNumber ?? 0;
        var offset = 0;
        while (line-- > 0) offset += text[offset..].IndexOf((byte)'\n') + 1;
        return offset + (e.BytePositionInLine ?? 0);
    }

    private CanonicalJsonError? TryRead(ReadOnlySpan<byte> text)
    {
        try
        {
            return Read(text);
        }
        catch (JsonException e)
        {
            return new(CanonicalJsonErrorKind.NotJson, e.Message, OffsetOf(text, e));
        }
    }

    private CanonicalJsonError? Read(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var open = new Stack<int>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                var start = open.Pop();
                nodes[start] = nodes[start] with { Next = nodes.Count };
                if (reader.TokenType == JsonTokenType.EndObject && SortMembers(start, text) is { } duplicate) return duplicate;
                continue;
            }

            if (Add(ref reader, open) is { } error) return error;
        }

        return null;
    }

    private CanonicalJsonError? Add(ref Utf8JsonReader reader, Stack<int> open)
    {
        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) open.Push(nodes.Count);
        nodes.Add(new(reader.TokenType, start, reader.ValueSpan.Length, reader.ValueIsEscaped, nodes.Count + 1));
        return reader.TokenType switch
        {
            JsonTokenType.String or JsonTokenType.PropertyName when reader.ValueIsEscaped
                && !JsonText.TryUnescape(reader.ValueSpan, new byte[reader.ValueSpan.Length], out _) =>
                new(CanonicalJsonErrorKind.LoneSurrogate, "A string holds half a surrogate pair.", start),
            JsonTokenType.Number when !double.IsFinite(ToDouble(reader.ValueSpan)) =>
                new(CanonicalJsonErrorKind.NumberOutOfRange, "A number is too large for an IEEE 754 double.", start),
            _ => null,
        };
    }

    private CanonicalJsonError? SortMembers(int start, ReadOnlySpan<byte> text)
    {
        var list = new List<Member>();
        for (var i = start + 1; i < nodes[start].Next; i = nodes[i + 1].Next) list.Add(new(NameOf(nodes[i], text), i));
        var sorted = list.ToArray();
        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        for (var i = 1; i < sorted.Length; i++)
        {
            if (!string.Equals(sorted[i].Name, sorted[i - 1].Name, StringComparison.Ordinal)) continue;
            return new(CanonicalJsonErrorKind.DuplicateName, "An object names a property twice.", nodes[Math.Max(sorted[i].Node, sorted[i - 1].Node)].Start);
        }

        members[start] = sorted;
        return null;
    }

    private static string NameOf(Node node, ReadOnlySpan<byte> text)
    {
        var raw = text.Slice(node.Start + 1, node.Length);
        if (!node.IsEscaped) return Encoding.UTF8.GetString(raw);
        var buffer = new byte[raw.Length];
        JsonText.TryUnescape(raw, buffer, out var length);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private void Emit(int index, ReadOnlySpan<byte> text, ref CanonicalJsonWriter writer, Stack<Cursor> open)
    {
        var node = nodes[index];
        switch (node.Type)
        {
            case JsonTokenType.StartObject:
                writer.StartObject();
                open.Push(new(index, 0));
                break;
            case JsonTokenType.StartArray:
                writer.StartArray();
                open.Push(new(index, index + 1));
                break;
            case JsonTokenType.String:
                WriteString(node, text, ref writer);
                break;
            case JsonTokenType.Number:
                writer.Number(ToDouble(text.Slice(node.Start, node.Length)));
                break;
            default:
                writer.Token(text.Slice(node.Start, node.Length));
                break;
        }
    }

    private static void WriteString(Node node, ReadOnlySpan<byte> text, ref CanonicalJsonWriter writer)
    {
        if (!node.IsEscaped)
        {
            writer.Token(text.Slice(node.Start, node.Length + 2));
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(node.Length);
        JsonText.TryUnescape(text.Slice(node.Start + 1, node.Length), buffer, out var length);
        writer.String(buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static double ToDouble(ReadOnlySpan<byte> number) => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);

    private readonly record struct Node(JsonTokenType Type, int Start, int Length, bool IsEscaped, int Next);

    private readonly record struct Member(string Name, int Node);

    /// <summary>Where the writer stands in a container: the next member of an object, or the next node of an array.</summary>
    private struct Cursor(int node, int position)
    {
        private int position = position;

        public readonly int Node => node;

        public bool TryNext(CanonicalJsonTree tree, out int name, out int value)
        {
            name = value = -1;
            if (tree.members.TryGetValue(node, out var sorted))
            {
                if (position == sorted.Length) return false;
                name = sorted[position++].Node;
                value = name + 1;
                return true;
            }

            if (position == tree.nodes[node].Next) return false;
            value = position;
            position = tree.nodes[value].Next;
            return true;
        }
    }
}
