namespace IntegrationCopilot.SpecEngine;

/// <summary>Collects the members of one object: its own, and those of the schemas it is composed of.</summary>
internal sealed class MemberReading(RawDocumentSet documents)
{
    private const int MaxSchemas = 64;
    private readonly Dictionary<string, RawNode> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> required = new(StringComparer.Ordinal);
    private readonly HashSet<RawNode> seen = [];

    public IReadOnlyList<SchemaMember> Of(RawNode schema)
    {
        Collect(schema, certain: true);
        return [.. members.Select(member => new SchemaMember(member.Key, member.Value, required.Contains(member.Key)))];
    }

    private void Collect(RawNode schema, bool certain)
    {
        var target = documents.Resolve(schema);
        if (!target.IsObject || seen.Count > MaxSchemas || !seen.Add(target)) return;
        foreach (var part in target.FindMember("allOf"u8).Children) Collect(part, certain);
        foreach (var field in target.FindMember("properties"u8).Children)
            if (members.Count < SchemaStructure.MaxMembers) members[field.Name] = field;
        if (certain)
            foreach (var name in target.FindMember("required"u8).Children)
                if (name.GetString() is { } text) required.Add(text);
        foreach (var part in target.FindMember("oneOf"u8).Children.Concat(target.FindMember("anyOf"u8).Children)) Collect(part, certain: false);
    }
}
