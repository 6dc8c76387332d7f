namespace IntegrationCopilot.Validator;

/// <summary>What redaction goes by, made ready once from the options.</summary>
internal sealed record RedactionRules
{
    public required SecretNames HeaderNames { get; init; }

    public required SecretNames QueryNames { get; init; }

    public required SecretNames PropertyNames { get; init; }

    public required JsonPaths Paths { get; init; }

    public required Placeholders Placeholders { get; init; }

    public required SecretValues Values { get; init; }

    public static RedactionRules From(RedactionOptions options) => new()
    {
        HeaderNames = SecretNames.ForHeaders(options.HeaderNames),
        QueryNames = SecretNames.ForQuery(options.QueryNames),
        PropertyNames = SecretNames.ForProperties(options.PropertyNames),
        Paths = new(options.JsonPaths),
        Placeholders = new(options.PlaceholderKey),
        Values = new(options.SecretValues),
    };

    /// <summary>The same rules, which know further secrets.</summary>
    public RedactionRules With(IEnumerable<string> secrets) => this with { Values = new(Values.Secrets.Concat(secrets)) };
}
