using System.Globalization;
using System.Text;
using System.Text.Json;

namespace IntegrationCopilot.SpecEngine;

/// <summary>A JSON Pointer (RFC 6901): the way from the top of a JSON document to one value in it. Not the URI fragment form of section 6.</summary>
/// <remarks>Two pointers are equal exactly when they lead the same way. The default value is the empty pointer, which means the whole document.</remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public readonly record struct NodePointer
{
    private readonly string? text;

    private NodePointer(string text) => this.text = text.Length == 0 ? null : text;

    /// <summary>The empty pointer: the whole document.</summary>
    public static NodePointer Root => default;

    /// <summary>Whether this is the empty pointer.</summary>
    public bool IsRoot => string.IsNullOrEmpty(text);

    /// <summary>The reference tokens, unescaped; none for the whole document.</summary>
    public IReadOnlyList<string> Tokens
    {
        get
        {
            if (IsRoot) return [];
            List<string> tokens = [];
            foreach (var part in text.AsSpan(1).Split('/')) tokens.Add(Unescape(text.AsSpan(1)[part]));
            return tokens;
        }
    }

    /// <summary>The pointer of a way of member names and item numbers.</summary>
    /// <param name="tokens">Unescaped, from the top.</param>
    public static NodePointer Of(params ReadOnlySpan<string> tokens)
    {
        if (tokens.IsEmpty) return default;
        var pointer = new StringBuilder();
        foreach (var token in tokens) Append(pointer, token);
        return new NodePointer(pointer.ToString());
    }

    /// <summary>Reads a pointer.</summary>
    /// <returns>
    /// False when the text is none: it starts with neither nothing nor <c>/</c>, or <c>~</c> stands before something else than <c>0</c> and <c>1</c>.
    /// </returns>
    public static bool TryParse(string? text, out NodePointer pointer)
    {
        pointer = default;
        if (text is null || (text.Length > 0 && text[0] != '/')) return false;
        for (var tilde = text.IndexOf('~', StringComparison.Ordinal); tilde >= 0; tilde = text.IndexOf('~', tilde + 1))
            if (tilde + 1 == text.Length || text[tilde + 1] is not ('0' or '1')) return false;
        pointer = new NodePointer(text);
        return true;
    }

    /// <summary>Reads a pointer.</summary>
    /// <exception cref="FormatException">The text is no JSON Pointer.</exception>
    public static NodePointer Parse(string text) =>
        TryParse(text, out var pointer)
            ? pointer
            : throw new FormatException(
                $"'{Excerpt.Of(text ?? "")}' is no JSON Pointer (RFC 6901): it is empty or starts with '/', and '~' is written '~0', '/' in a name '~1'.");

    /// <summary>The pointer of a member or item beneath this one.</summary>
    /// <param name="token">The member's name, unescaped, or the item's number.</param>
    public NodePointer Append(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var pointer = new StringBuilder(text);
        Append(pointer, token);
        return new NodePointer(pointer.ToString());
    }

    /// <summary>The pointer that leads this way and then the other's.</summary>
    public NodePointer Append(NodePointer further) => new($"{text}{further.text}");

    /// <summary>The value it leads to; null when there is none. Of members of one name the last counts.</summary>
    public JsonElement? Find(JsonElement value)
    {
        foreach (var token in Tokens)
        {
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(token, out var member)) value = member;
            else if (value.ValueKind == JsonValueKind.Array && TryIndex(token, out var index) && index < value.GetArrayLength()) value = value[index];
            else return null;
        }
        return value;
    }

    /// <summary>The node it leads to; undefined when there is none. References are not followed.</summary>
    public RawNode Find(RawNode node)
    {
        foreach (var token in Tokens) node = node.Step(token);
        return node;
    }

    /// <summary>The pointer as text; empty for the whole document.</summary>
    public override string ToString() => text ?? "";

    /// <summary>A reference token as it stands in a pointer: <c>~</c> is written <c>~0</c> and <c>/</c> is written <c>~1</c> (section 3).</summary>
    public static string Escape(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return token.AsSpan().ContainsAny('~', '/') ? token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal) : token;
    }

    /// <summary>What a reference token of a pointer stands for (section 4).</summary>
    public static string Unescape(ReadOnlySpan<char> token)
    {
        var plain = token.ToString();
        return plain.Contains('~') ? plain.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal) : plain;
    }

    /// <summary>The number of an item: digits without a leading zero (section 4).</summary>
    internal static bool TryIndex(string token, out int index)
    {
        index = 0;
        return !(token.Length > 1 && token[0] == '0') && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out index);
    }

    internal static void Append(StringBuilder pointer, string token)
    {
        pointer.Append('/');
        foreach (var c in token)
        {
            if (c == '~') pointer.Append("~0");
            else if (c == '/') pointer.Append("~1");
            else pointer.Append(c);
        }
    }
}
