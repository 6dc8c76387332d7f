using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>
/// Reads values from their spelling (OpenAPI 3.1.1, section 4.8.12.6). Where one text can be read in several ways, all are offered, the likeliest first.
/// </summary>
internal sealed class SpellingReader(Spelling spelling, ValueShape shape, bool lenient)
{
    private static readonly string[] Comma = [","];

    /// <summary>Readings of a path parameter.</summary>
    /// <param name="raw">The text captured by the template, percent-encoded.</param>
    /// <returns>None when it is not spelled in its style.</returns>
    public IEnumerable<WireValue> ReadPath(string raw) => spelling.Style switch
    {
        SerializationStyle.Matrix when raw.StartsWith(';') => ReadMatrix(FieldSet.OfSemicolons(raw)),
        SerializationStyle.Label when raw.StartsWith('.') => ReadText(raw[1..], LabelDelimiters(raw), DecodePath),
        SerializationStyle.Matrix or SerializationStyle.Label when !lenient => [],
        _ => ReadText(raw, Comma, DecodePath),
    };

    /// <summary>Readings of a header field; several fields of one name come joined by commas.</summary>
    public IEnumerable<WireValue> ReadHeader(string raw) => ReadText(raw, Comma, static text => text.Trim());

    /// <summary>Readings of a query parameter or form field; none when it is absent.</summary>
    public IEnumerable<WireValue> ReadFields(FieldSet fields)
    {
        foreach (var value in ReadFields(fields, static text => PercentCoding.Decode(text, plusIsSpace: true))) yield return value;
        if (!lenient || !fields.All.Any(f => f.Raw.Contains('+', StringComparison.Ordinal))) yield break;
        foreach (var value in ReadFields(fields, DecodePath)) yield return value;
    }

    /// <summary>Readings of a cookie; none when it is absent.</summary>
    /// <remarks>The standard joins exploded values by ampersands within one cookie; browsers send one cookie each.</remarks>
    public IEnumerable<WireValue> ReadCookie(FieldSet cookies)
    {
        if (spelling.Explode)
            foreach (var joined in cookies.All.Where(c => c.Raw.Contains('&', StringComparison.Ordinal)))
                foreach (var value in ReadFields(FieldSet.OfQuery($"{PercentCoding.Encode(joined.Name)}={joined.Raw}"), DecodePath)) yield return value;
        foreach (var value in ReadFields(cookies, DecodePath)) yield return value;
    }

    private IEnumerable<WireValue> ReadFields(FieldSet fields, Func<string, string> decode)
    {
        var own = fields.Of(spelling.Name);
        if (spelling.Style == SerializationStyle.DeepObject && DeepObject.Read(fields, spelling.Name, decode) is { } deep) yield return deep;
        if (own.Count > 0)
            foreach (var value in ReadOwn(own, decode)) yield return value;
        if (spelling.Explode && spelling.Style == SerializationStyle.Form && shape.Allows(JsonTypes.Object) && !shape.IsUnknown
            && ReadSpread(fields, decode) is { } spread)
            yield return spread;
        if (lenient && spelling.Style != SerializationStyle.DeepObject && DeepObject.Read(fields, spelling.Name, decode) is { } nested) yield return nested;
    }

    private IEnumerable<WireValue> ReadOwn(IReadOnlyList<FormField> own, Func<string, string> decode)
    {
        var takesList = shape.Allows(JsonTypes.Array) && !shape.IsUnknown;
        if (own.Count > 1 && (spelling.Explode || lenient)) return [WireList.Of(own.Select(f => decode(f.Raw)))];
        var raw = own[^1].Raw;
        if (!spelling.Explode) return ReadText(raw, spelling.Delimiters, decode);
        WireText text = new(decode(raw));
        if (!takesList) return [text];
        var list = WireList.Of([text.Text]);
        WireList none = new([]);
        return raw.Length == 0 ? [none, text, list] : shape.Allows(JsonTypes.String) ? [text, list] : [list, text];
    }

    /// <summary>An exploded object, whose members are fields of their own.</summary>
    private WireMap? ReadSpread(FieldSet fields, Func<string, string> decode)
    {
        var names = shape.PropertyNames.Count > 0 ? fields.Names.Where(shape.PropertyNames.Contains) : fields.Names;
        var members = names.Select(n => new KeyValuePair<string, WireValue>(n, Joined(fields.Of(n), decode))).ToList();
        return members.Count == 0 ? null : new WireMap(members);
    }

    private static WireValue Joined(IReadOnlyList<FormField> fields, Func<string, string> decode) =>
        fields.Count == 1 ? new WireText(decode(fields[0].Raw)) : WireList.Of(fields.Select(f => decode(f.Raw)));

    private IEnumerable<WireValue> ReadMatrix(FieldSet fields)
    {
        var own = fields.Of(spelling.Name);
        if (own.Count > 1 || (own.Count == 1 && spelling.Explode && shape.Allows(JsonTypes.Array) && !shape.IsUnknown))
            yield return WireList.Of(own.Select(f => DecodePath(f.Raw)));
        if (own.Count > 0)
            foreach (var value in ReadText(own[^1].Raw, Comma, DecodePath)) yield return value;
        if (spelling.Explode && shape.Allows(JsonTypes.Object) && ReadSpread(fields, DecodePath) is { } spread) yield return spread;
    }

    /// <summary>Readings of one text: as an array, as an object, as it is; only those its shape allows.</summary>
    private IEnumerable<WireValue> ReadText(string raw, string[] delimiters, Func<string, string> decode) =>
        shape.Allows(JsonTypes.Array | JsonTypes.Object) ? ReadTextOrParts(raw, delimiters, decode) : [new WireText(decode(raw))];

    private IEnumerable<WireValue> ReadTextOrParts(string raw, string[] delimiters, Func<string, string> decode)
    {
        if (shape.Types == JsonTypes.Any) yield return new WireText(decode(raw));
        foreach (var parts in Splits(raw, delimiters))
            foreach (var value in ReadParts(parts, decode)) yield return value;
        if (shape.Types != JsonTypes.Any) yield return new WireText(decode(raw));
    }

    private IEnumerable<WireValue> ReadParts(string[] parts, Func<string, string> decode)
    {
        if (shape.Allows(JsonTypes.Array)) yield return WireList.Of(parts.Select(decode));
        if (!shape.Allows(JsonTypes.Object)) yield break;
        if (spelling.Explode && Array.TrueForAll(parts, p => p.Contains('=', StringComparison.Ordinal)))
            yield return new WireMap([.. parts.Select(p => p.Split('=', 2)).Select(p => Member(p[0], p[1], decode))]);
        else if (parts.Length % 2 == 0)
            yield return new WireMap([.. parts.Chunk(2).Select(p => Member(p[0], p[1], decode))]);
    }

    private static KeyValuePair<string, WireValue> Member(string name, string value, Func<string, string> decode) =>
        new(decode(name), new WireText(decode(value)));

    private IEnumerable<string[]> Splits(string raw, string[] delimiters)
    {
        if (raw.Length == 0) yield return [];
        var seen = false;
        foreach (var group in DelimiterGroups(delimiters))
        {
            var parts = raw.Split(group, StringSplitOptions.None);
            if (parts.Length == 1 && seen) continue;
            seen = true;
            yield return parts;
        }
        // Many clients encode the commas between items as they encode everything.
        if (lenient && raw.Contains("%2C", StringComparison.OrdinalIgnoreCase))
            yield return raw.Replace("%2c", ",", StringComparison.OrdinalIgnoreCase).Split(',');
    }

    /// <summary>Label style was spelled with dots until OpenAPI 3.0.4 and 3.1.1, with commas since; other delimiters are spellings of one.</summary>
    private IEnumerable<string[]> DelimiterGroups(string[] delimiters) =>
        spelling.Style == SerializationStyle.Label ? delimiters.Select(d => new[] { d }) : [delimiters];

    private string[] LabelDelimiters(string raw) => spelling.Explode ? ["."] : raw.Contains(',', StringComparison.Ordinal) ? [","] : [",", "."];

    private static string DecodePath(string text) => PercentCoding.Decode(text);
}
