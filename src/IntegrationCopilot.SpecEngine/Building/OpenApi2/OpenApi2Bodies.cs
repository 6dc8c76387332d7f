namespace IntegrationCopilot.SpecEngine;

/// <summary>Makes request bodies from the body and formData parameters of OpenAPI 2.0.</summary>
internal sealed class OpenApi2Bodies(OpenApi2Parameters parameters, MediaTypeNames consumes)
{
    private const string Json = "application/json";
    private const string Multipart = "multipart/form-data";
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private readonly Dictionary<RawDocument, FormSchemas> forms = [];

    /// <summary>The body of an operation; its own parameters come before those of the path item.</summary>
    public ApiRequestBody? Body(RawNode pathItem, RawNode operation)
    {
        List<BodyParameter> own = [.. parameters.OfBody(operation), .. parameters.OfBody(pathItem)];
        if (own.Count == 0) return null;
        if (own.Find(p => !p.IsField) is { Node.IsDefined: true } body) return Whole(body.Node, consumes.Of(operation));
        return Form([.. own.DistinctBy(f => f.Name)], operation);
    }

    public void Complete()
    {
        foreach (var made in forms.Values) made.Complete();
    }

    private static ApiRequestBody Whole(RawNode node, IReadOnlyList<string> types) => new()
    {
        Node = node,
        Required = SpecContext.Flag(node, "required"u8),
        Description = SpecContext.Text(node, "description"u8),
        Content = [.. (types.Count == 0 ? [Json] : types).Select(name => new ApiMediaType
        {
            Name = name,
            Node = node,
            Schema = node.FindMember("schema"u8),
            Examples = VendorExamples.Of(node),
        })],
    };

    private ApiRequestBody Form(IReadOnlyList<BodyParameter> fields, RawNode operation)
    {
        var document = operation.Document!;
        if (!forms.TryGetValue(document, out var made)) forms[document] = made = new FormSchemas(document);
        var (schema, encoding) = made.Make(operation, fields);
        return new ApiRequestBody
        {
            Node = operation,
            Required = fields.Any(f => SpecContext.Flag(f.Node, "required"u8)),
            Content = [.. FormTypes(fields, consumes.Of(operation))
                .Select(name => new ApiMediaType { Name = name, Node = operation, Schema = schema, Encoding = encoding })],
        };
    }

    /// <summary>The form types among those consumed; without one the only type that can carry the fields (section 5.2.10: files need multipart).</summary>
    private static IReadOnlyList<string> FormTypes(IReadOnlyList<BodyParameter> fields, IReadOnlyList<string> consumed)
    {
        List<string> types = [.. consumed.Where(t => StartsWith(t, Multipart) || StartsWith(t, UrlEncoded))];
        var hasFile = fields.Any(f => f.Node.FindMember("type"u8).IsString("file"));
        if (hasFile) types.RemoveAll(t => StartsWith(t, UrlEncoded));
        if (types.Count == 0) types.Add(hasFile ? Multipart : UrlEncoded);
        return types;
    }

    private static bool StartsWith(string type, string prefix) => type.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
}
