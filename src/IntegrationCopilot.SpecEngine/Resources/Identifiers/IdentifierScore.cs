namespace IntegrationCopilot.SpecEngine;

/// <summary>How well a field of a thing fits the parameter that names the thing.</summary>
/// <param name="Value">0 to about 1.</param>
/// <param name="Rule">What told it.</param>
internal readonly record struct IdentifierScore(double Value, InferenceRule Rule);

/// <summary>Weighs names and types.</summary>
/// <remarks>The weights order what contradicts: a field named as the parameter beats <c>id</c>, which beats a natural key. Their distances are such that one sign against (a differing type: 0.3) does not turn the order of neighbours.</remarks>
internal static class IdentifierScores
{
    private static readonly HashSet<string> Identifiers = new(StringComparer.Ordinal) { "id", "uuid", "guid", "uid", "sid", "gid", "oid", "identifier", "objectid", "nodeid" };
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal) { "key", "slug", "name", "code", "number", "handle", "login", "username", "token", "symbol", "email", "reference", "ref", "hash", "title", "label", "tag", "path", "sku", "iso", "shortname", "hostname", "domain", "filename", "address", "no", "num", "index" };

    /// <summary>Weighs one field; nothing when its name has nothing to do with the parameter.</summary>
    /// <param name="parameter">The parameter's name, folded.</param>
    /// <param name="aliases">What the thing is called, folded: resource, schema, path word.</param>
    /// <param name="field">The field's name, folded.</param>
    public static IdentifierScore? OfName(string parameter, IReadOnlyCollection<string> aliases, string field)
    {
        if (field == parameter) return new IdentifierScore(0.95, InferenceRule.FieldNamedAsParameter);
        if (parameter.Length > field.Length && parameter.EndsWith(field, StringComparison.Ordinal) && (Identifiers.Contains(field) || Keys.Contains(field)))
            return new IdentifierScore(aliases.Contains(parameter[..^field.Length]) ? 0.9 : Identifiers.Contains(field) ? 0.7 : 0.55, InferenceRule.FieldEndsParameter);
        if (field.Length > parameter.Length && field.EndsWith(parameter, StringComparison.Ordinal) && aliases.Contains(field[..^parameter.Length])) return new IdentifierScore(0.85, InferenceRule.FieldNamedAsResource);
        if (Identifiers.Contains(field)) return new IdentifierScore(field == "id" ? 0.6 : 0.55, InferenceRule.FieldNamedId);
        foreach (var alias in aliases)
            if (field.Length > alias.Length && field.StartsWith(alias, StringComparison.Ordinal) && Identifiers.Contains(field[alias.Length..])) return new IdentifierScore(0.55, InferenceRule.FieldNamedAsResource);
        if (aliases.Contains(parameter) && Keys.Contains(field)) return new IdentifierScore(0.5, InferenceRule.FieldIsKey);
        return null;
    }
}
