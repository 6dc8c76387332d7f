namespace IntegrationCopilot.Validator;

/// <summary>
/// Values spelled with brackets: <c>color[R]=100</c>. The standard stops at one level; real APIs go on (<c>items[0][price]</c>, <c>tags[]</c>), and so does
/// this.
/// </summary>
internal sealed class DeepObject
{
    private const int MaxDepth = 32;
    private readonly Dictionary<string, DeepObject> members = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private int unnamed;

    /// <summary>Reads the fields that begin with a name and brackets.</summary>
    /// <returns>The value; null when there are none.</returns>
    public static WireValue? Read(FieldSet fields, string name, Func<string, string> decode)
    {
        var root = new DeepObject();
        foreach (var field in fields.All)
            if (TrySplit(field.Name, name, out var path)) root.Add(path, decode(field.Raw));
        return root.members.Count == 0 ? null : root.ToWire();
    }

    /// <summary>Whether a field name is the given name followed by brackets.</summary>
    public static bool Belongs(string field, string name) => TrySplit(field, name, out _);

    private void Add(List<string> path, string text)
    {
        var node = this;
        foreach (var step in path)
        {
            var key = step.Length == 0 ? node.NextUnnamed() : step;
            if (!node.members.TryGetValue(key, out var child)) node.members[key] = child = new DeepObject();
            node = child;
        }
        node.texts.Add(text);
    }

    private string NextUnnamed()
    {
        while (members.ContainsKey($"{unnamed}")) unnamed++;
        return $"{unnamed}";
    }

    private WireValue ToWire()
    {
        if (members.Count > 0) return new WireMap([.. members.Select(m => new KeyValuePair<string, WireValue>(m.Key, m.Value.ToWire()))]);
        return texts.Count == 1 ? new WireText(texts[0]) : WireList.Of(texts);
    }

    private static bool TrySplit(string field, string name, out List<string> path)
    {
        path = [];
        if (!field.StartsWith(name, StringComparison.Ordinal) || field.Length < name.Length + 2) return false;
        var rest = field.AsSpan(name.Length);
        while (!rest.IsEmpty)
        {
            var close = rest[0] == '[' ? rest.IndexOf(']') : -1;
            if (close < 0 || path.Count == MaxDepth) return false;
            path.Add(rest[1..close].ToString());
            rest = rest[(close + 1)..];
        }
        return true;
    }
}
