using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>
/// Parts of a form that are spelled as parameters are, because their encoding says <c>style</c> or <c>explode</c> (OpenAPI 3.2.0, section 4.15.1.2). Nothing in
/// them is percent-encoded.
/// </summary>
internal sealed class StyledParts
{
    private readonly HashSet<MultipartPart> claimed = new(ReferenceEqualityComparer.Instance);

    public StyledParts(IReadOnlyList<MultipartPart> parts, ValueShape shape, FormEncodings encodings, bool lenient)
    {
        var names = encodings.Names.Where(n => encodings.Of(n).UsesStyle).ToList();
        if (names.Count == 0) return;
        var fields = new FieldSet([.. parts.Select(p => new FormField(p.Name, Raw(p), HasValue: true))]);
        foreach (var name in names)
        {
            var own = shape.Property(name);
            var spelling = encodings.SpellingOf(name, own);
            if (new SpellingReader(spelling, own, lenient).ReadFields(fields).FirstOrDefault() is not { } value) continue;
            Members.Add(new(name, value));
            var spreads = spelling.Explode && own.Allows(JsonTypes.Object);
            claimed.UnionWith(parts.Where(p => p.Name == name || DeepObject.Belongs(p.Name, name) || (spreads && own.PropertyNames.Contains(p.Name))));
        }
    }

    /// <summary>The properties that were read.</summary>
    public List<KeyValuePair<string, WireValue>> Members { get; } = [];

    /// <summary>Whether a part belongs to one of them.</summary>
    public bool Claims(MultipartPart part) => claimed.Contains(part);

    /// <summary>The text, so that decoding it as a query's gives it back.</summary>
    private static string Raw(MultipartPart part) =>
        Encoding.UTF8.GetString(part.Content.Span).Replace("%", "%25", StringComparison.Ordinal).Replace("+", "%2B", StringComparison.Ordinal);
}
