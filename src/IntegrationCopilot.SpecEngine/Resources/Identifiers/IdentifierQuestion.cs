namespace IntegrationCopilot.SpecEngine;

/// <summary>A parameter that names a thing: which of the thing's fields does it take?</summary>
/// <param name="Parameter">Its name, folded.</param>
/// <param name="Aliases">What the thing is called, folded: resource, schema, path word.</param>
internal sealed record IdentifierQuestion(string Parameter, IReadOnlyCollection<string> Aliases)
{
    /// <summary>Words of the thing's name, of which a field may repeat some.</summary>
    public IReadOnlyCollection<string> Words { get; init; } = [];

    /// <summary>What the parameter's description calls the value, folded: <c>name</c> in "The name of the project"; null when it says nothing of that
    /// form.</summary>
    public string? Told { get; init; }

    /// <summary>Whether the parameter is named as the whole thing, not as one of its fields.</summary>
    public bool IsWhole => Aliases.Contains(Parameter) && !IdentifierScores.IsIdentifier(Parameter) && !IdentifierScores.IsKey(Parameter);

    /// <summary>Whether it asks for an identifier by name, not for a natural key.</summary>
    public bool IsIdentifier => IdentifierScores.EndsAsIdentifier(Parameter);

    /// <summary>What a description calls a value: the key before the first "of", unless it may be something else as well.</summary>
    public static string? ToldBy(string? description)
    {
        if (description is null) return null;
        var end = description.AsSpan().IndexOfAny('.', '\n');
        var words = SpecEngine.Words.Of(end < 0 ? description : description.AsSpan()[..end]);
        var of = words.IndexOf("of");
        return of > 0 && (of < 2 || words[of - 2] is not ("or" or "and"))
            && (IdentifierScores.IsIdentifier(words[of - 1]) || IdentifierScores.IsKey(words[of - 1])) ? words[of - 1] : null;
    }
}
