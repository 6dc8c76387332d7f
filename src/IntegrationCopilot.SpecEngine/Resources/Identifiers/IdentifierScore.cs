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

    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal) { "number", "index", "no", "num" };
    private static readonly HashSet<string> Logins = new(StringComparer.Ordinal) { "login", "username", "handle" };

    /// <summary>Natural keys, those that are most surely one first.</summary>
    public static IReadOnlyList<string> Natural { get; } = ["login", "username", "slug", "key", "name", "code", "handle"];

    /// <summary>Whether a name is that of an identifier: <c>id</c>, <c>uuid</c>, or what the thing is called and that.</summary>
    public static bool IsIdentifier(string name, IReadOnlyCollection<string> aliases) =>
        Identifiers.Contains(name)
            || aliases.Any(alias => name.Length > alias.Length && name.StartsWith(alias, StringComparison.Ordinal)
            && (Identifiers.Contains(name[alias.Length..]) || Keys.Contains(name[alias.Length..])));

    public static bool IsKey(string name) => Keys.Contains(name);

    /// <summary>Whether a name is that of an identifier, whatever the thing is called.</summary>
    public static bool IsIdentifier(string name) => Identifiers.Contains(name);

    /// <summary>Whether a name ends in that of an identifier.</summary>
    public static bool EndsAsIdentifier(string name) => Identifiers.Any(end => name.EndsWith(end, StringComparison.Ordinal));

    /// <summary>Weighs one field; nothing when its name has nothing to do with the parameter.</summary>
    /// <param name="asked">The parameter.</param>
    /// <param name="field">The field's name, folded.</param>
    public static IdentifierScore? OfName(IdentifierQuestion asked, string field)
    {
        var (parameter, aliases) = (asked.Parameter, asked.Aliases);
        // A field that is named as the whole thing is more often its text: the comment of a comment.
        var whole = asked.IsWhole;
        if (field == parameter) return new IdentifierScore(whole ? 0.6 : 0.95, InferenceRule.FieldNamedAsParameter);
        if (asked.Told is { } told && IsCalled(field, told, aliases)) return new IdentifierScore(0.92, InferenceRule.FieldDescribed);
        if (parameter.Length > field.Length && parameter.EndsWith(field, StringComparison.Ordinal) && Suffix(parameter, field, aliases) is { } ends)
            return new IdentifierScore(ends, InferenceRule.FieldEndsParameter);
        if (field.Length > parameter.Length && field.EndsWith(parameter, StringComparison.Ordinal) && Owner(field[..^parameter.Length], asked) is { } owned)
            return new IdentifierScore(owned, InferenceRule.FieldNamedAsResource);
        if (AreSynonyms(field, parameter) || (asked.Told is { } said && AreSynonyms(field, said))) return new IdentifierScore(0.8, InferenceRule.FieldIsKey);
        if (Identifiers.Contains(field))
            return new IdentifierScore(whole ? field == "id" ? 0.85 : 0.8 : field == "id" ? 0.6 : 0.55, InferenceRule.FieldNamedId);
        foreach (var alias in aliases)
            if (field.Length > alias.Length && field.StartsWith(alias, StringComparison.Ordinal) && Identifiers.Contains(field[alias.Length..]))
                return new IdentifierScore(0.55, InferenceRule.FieldNamedAsResource);
        return whole && Keys.Contains(field) ? new IdentifierScore(0.52, InferenceRule.FieldIsKey) : null;
    }

    private static bool IsCalled(string field, string told, IReadOnlyCollection<string> aliases) =>
        field == told || (field.Length > told.Length && field.EndsWith(told, StringComparison.Ordinal) && aliases.Contains(field[..^told.Length]));

    private static double? Owner(string before, IdentifierQuestion asked) =>
        asked.Aliases.Contains(before) ? 0.85 : asked.Words.Contains(before) ? 0.7 : null;

    /// <summary>Names for the same: the index of an issue is its number, the name of a user what it logs in with.</summary>
    private static bool AreSynonyms(string one, string other) =>
        one != other && ((Numbers.Contains(one) && Numbers.Contains(other)) || (Logins.Contains(one) && Logins.Contains(other)));

    private static double? Suffix(string parameter, string field, IReadOnlyCollection<string> aliases)
    {
        if (aliases.Contains(parameter[..^field.Length])) return 0.9;
        return Identifiers.Contains(field) ? 0.7 : Keys.Contains(field) ? 0.56 : null;
    }
}
