namespace IntegrationCopilot.SpecEngine;

/// <summary>Lists the fields of a body flat, a bounded number of them, a bounded number of levels deep.</summary>
internal sealed class FieldLister(SchemaStructure structure)
{
    /// <summary>The fields of a schema, each with its way from the top.</summary>
    /// <param name="schema">The schema of the body.</param>
    /// <param name="request">Whether the body is sent by the partner, so that read-only fields are left out; otherwise write-only ones are.</param>
    /// <param name="cut">Whether there are more.</param>
    public IReadOnlyList<BlueprintField> Fields(RawNode schema, bool request, out bool cut)
    {
        var listing = new Listing(request ? "readOnly" : "writeOnly");
        Walk(schema, "", listing, []);
        cut = listing.Cut;
        return listing.Fields;
    }

    private void Walk(RawNode schema, string way, Listing listing, List<RawNode> open)
    {
        var target = structure.Resolve(schema);
        if (!target.IsObject) return;
        if (open.Contains(target) || open.Count >= BlueprintLimits.MaxFieldDepth) { listing.Cut |= HasFields(target); return; }
        open.Add(target);
        if (structure.ItemsOf(target) is { IsDefined: true } items) Walk(items, way + "[]", listing, open);
        foreach (var (name, field, required) in structure.MembersOf(target)) Add(name, field, required, way, listing, open);
        open.RemoveAt(open.Count - 1);
    }

    private void Add(string name, RawNode field, bool required, string way, Listing listing, List<RawNode> open)
    {
        var target = structure.Resolve(field);
        if (field[listing.Hidden].GetBoolean() == true || target[listing.Hidden].GetBoolean() == true) return;
        if (listing.Fields.Count >= BlueprintLimits.MaxFields) { listing.Cut = true; return; }
        var full = way.Length == 0 ? name : $"{way}.{name}";
        var facts = new SchemaFacts(structure, field);
        listing.Fields.Add(new BlueprintField
        {
            Name = full,
            Place = "body",
            Type = facts.Type,
            Required = required,
            Description = PlainText.Line(facts.Description),
            Constraints = facts.Constraints,
        });
        Walk(field, full, listing, open);
    }

    private static bool HasFields(RawNode schema) => schema["properties"].Count > 0 || schema["allOf"].Count > 0 || schema["items"].IsDefined;

    private sealed class Listing(string hidden)
    {
        /// <summary>The keyword that hides a field in this direction.</summary>
        public string Hidden { get; } = hidden;

        public List<BlueprintField> Fields { get; } = [];

        public bool Cut { get; set; }
    }
}
