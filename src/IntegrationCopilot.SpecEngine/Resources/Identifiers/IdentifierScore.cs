namespace IntegrationCopilot.SpecEngine;

/// <summary>How well a field of a thing fits the parameter that names the thing.</summary>
/// <param name="Value">0 to about 1.</param>
/// <param name="Rule">What told it.</param>
internal readonly record struct IdentifierScore(double Value, InferenceRule Rule);

/// <summary>Weighs names and types.</summary>
/// <remarks>The weights order what contradicts: a field named as the parameter beats <c>id</c>, which beats a natural key. Their distances are such that one
/// sign against (a differing type: 0.3) does not turn the order of neighbours.</remarks>
internal static class IdentifierScores
{
    private static readonly HashSet<string> Identifiers = new(StringComparer.Ordinal) { "id", "uuid", "guid", "uid", "sid", "gid", "oid", "identifier",
        "objectid", "nodeid" };
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal) { "key", "slug", "name", "code", "number", "handle", "login", "username",
        "token", "symbol", "email", "reference", "ref", "hash", "title", "label", "tag", "path", "sku", "iso", "shortname", "hostname", "domain", "filename",
        "address", "no", "num", "index" };

    /// <summary>Whether a name is that of an identifier: <c>id</c>, <c>uuid</c>, or what the thing is called and that.</summary>
    public static bool IsIdentifier(string name, IReadOnlyCollection<string> aliases) =>
        Identifiers.Contains(name)
            || aliases.Any(alias => name.Length > alias.Length && name.StartsWith(alias, StringComparison.Ordinal)
            && (Identifiers.Contains(name[alias.Length..]) || Keys.Contains(name[alias.Length..])));

    public static bool IsKey(string name) => Keys.Contains(name);

    /// <summary>Weighs one field; nothing when its name has nothing to do with the parameter.</summary>
    /// <param name="parameter">The parameter's name, folded.</param>
    /// <param name="aliases">What the thing is called, folded: resource, schema, path word.</param>
    /// <param name="field">The field's name, folded.</param>
    public static IdentifierScore? OfName(string parameter, IReadOnlyCollection<string> aliases, string field)
    {
        // A field that is named as the whole thing is more often its text: the comment of a comment.
        var whole = aliases.Contains(parameter) && !Identifiers.Contains(parameter) && !Keys.Contains(parameter);
        if (field == parameter) return new IdentifierScore(whole ? 0.6 : 0.95, InferenceRule.FieldNamedAsParameter);
        if (parameter.Length > field.Length && parameter.EndsWith(field, StringComparison.Ordinal) && Suffix(parameter, field, aliases) is { } ends)
            return new IdentifierScore(ends, InferenceRule.FieldEndsParameter);
        if (field.Length > parameter.Length && field.EndsWith(parameter, StringComparison.Ordinal) && aliases.Contains(field[..^parameter.Length]))
            return new IdentifierScore(0.85, InferenceRule.FieldNamedAsResource);
        if (Identifiers.Contains(field))
            return new IdentifierScore(whole ? field == "id" ? 0.85 : 0.8 : field == "id" ? 0.6 : 0.55, InferenceRule.FieldNamedId);
        foreach (var alias in aliases)
            if (field.Length > alias.Length && field.StartsWith(alias, StringComparison.Ordinal) && Identifiers.Contains(field[alias.Length..]))
                return new IdentifierScore(0.55, InferenceRule.FieldNamedAsResource);
        return whole && Keys.Contains(field) ? new IdentifierScore(0.5, InferenceRule.FieldIsKey) : null;
    }

    private static double? Suffix(string parameter, string field, IReadOnlyCollection<string> aliases)
    {
        if (aliases.Contains(parameter[..^field.Length])) return 0.9;
        return Identifiers.Contains(field) ? 0.7 : Keys.Contains(field) ? 0.56 : null;
    }
}
