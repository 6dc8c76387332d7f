namespace IntegrationCopilot.SpecEngine;

/// <summary>
/// An OpenAPI 2.0 description as the tree that it would be in OpenAPI 3, so that the same API written in both has no differences. Each node has the place of
/// the
/// one it was made from.
/// </summary>
/// <remarks>Parameters and answers kept under names stand where they are used; schemas stay where they are and are looked at as components.</remarks>
internal sealed class OpenApi2View
{
    private static readonly string[] AsWritten = ["info", "tags", "externalDocs", "security"];
    private static readonly string[] Messages = ["parameters", "responses", "consumes", "produces", "schemes"];

    private readonly ApiSpec spec;
    private readonly RawDocument document;
    private readonly MadeNodes made;
    private readonly ParameterView parameters;

    private OpenApi2View(ApiSpec spec)
    {
        this.spec = spec;
        document = spec.Document.Copy();
        made = new MadeNodes(document);
        parameters = new ParameterView(made, spec);
    }

    /// <summary>The root of the tree.</summary>
    public static RawNode Of(ApiSpec spec) => new OpenApi2View(spec).Make();

    private RawNode Make()
    {
        var written = spec.Document.Root;
        var root = made.Begin(RawKind.Object, written);
        made.AddAlias(written["swagger"], "openapi");
        foreach (var member in written.Children)
            if (AsWritten.Contains(member.Name) || (member.Name.StartsWith("x-", StringComparison.Ordinal) && member.Name != "x-webhooks")) made.AddAlias(
                member, member.Name);
        AddServers(written);
        AddPaths(written["paths"].IsDefined ? written["paths"] : written);
        AddComponents(written);
        made.End();
        made.Complete();
        return root;
    }

    private void AddServers(RawNode written)
    {
        made.Begin(RawKind.Array, written["host"].IsDefined ? written["host"] : written, "servers");
        foreach (var server in spec.Servers)
        {
            made.Begin(RawKind.Object, written["host"].IsDefined ? written["host"] : written);
            made.AddText(server.UrlTemplate, written["host"].IsDefined ? written["host"] : written, "url");
            made.End();
        }
        made.End();
    }

    private void AddPaths(RawNode written)
    {
        made.Begin(RawKind.Object, written, "paths");
        foreach (var path in spec.Operations.GroupBy(o => o.Path, StringComparer.Ordinal))
        {
            var item = written[path.Key].IsDefined ? written[path.Key] : written;
            made.Begin(RawKind.Object, item, path.Key);
            HashSet<RawNode> shared = [.. item["parameters"].Children.Select(spec.Resolve)];
            AddParameters([.. path.SelectMany(o => o.Parameters).Where(p => shared.Contains(p.Node)).DistinctBy(p => p.Node)], item);
            foreach (var operation in path) AddOperation(operation, shared);
            made.End();
        }
        made.End();
    }

    private void AddOperation(ApiOperation operation, HashSet<RawNode> shared)
    {
        var node = operation.Node;
        made.Begin(RawKind.Object, node, operation.Method.ToLowerInvariant());
        if (node.Document == spec.Document)
            foreach (var member in node.Children)
                if (!Messages.Contains(member.Name)) made.AddAlias(member, member.Name);
        AddParameters([.. operation.Parameters.Where(p => !shared.Contains(p.Node))], node);
        if (operation.RequestBody is { } body) AddBody(body, node);
        made.Begin(RawKind.Object, Place(node["responses"], node), "responses");
        foreach (var response in operation.Responses) AddResponse(response, node);
        made.End();
        made.End();
    }

    private void AddParameters(IReadOnlyList<ApiParameter> some, RawNode owner)
    {
        if (some.Count == 0) return;
        made.Begin(RawKind.Array, Place(owner["parameters"], owner), "parameters");
        foreach (var parameter in some) parameters.Add(parameter);
        made.End();
    }

    private void AddBody(ApiRequestBody body, RawNode operation)
    {
        var place = Place(body.Node, operation);
        made.Begin(RawKind.Object, place, "requestBody");
        if (body.Required) made.AddBoolean(true, place, "required");
        if (body.Description is { } words) made.AddText(words, place, "description");
        AddContent(body.Content, place);
        made.End();
    }

    private void AddResponse(ApiResponse response, RawNode operation)
    {
        var place = Place(response.Node, operation);
        made.Begin(RawKind.Object, place, response.Status);
        if (response.Description is { } words) made.AddText(words, place, "description");
        made.Begin(RawKind.Object, place, "headers");
        foreach (var header in response.Headers) parameters.AddHeader(header, place);
        made.End();
        AddContent(response.Content, place);
        made.End();
    }

    private void AddContent(IReadOnlyList<ApiMediaType> content, RawNode place)
    {
        if (content.Count == 0) return;
        made.Begin(RawKind.Object, place, "content");
        foreach (var type in content)
        {
            made.Begin(RawKind.Object, place, type.Name);
            if (type.Schema.IsDefined) parameters.AddSchema(type.Schema, place);
            made.End();
        }
        made.End();
    }

    private void AddComponents(RawNode written)
    {
        made.Begin(RawKind.Object, written, "components");
        if (written["definitions"].IsObject) made.AddAlias(written["definitions"], "schemas");
        if (written["securityDefinitions"].IsObject) AddSecuritySchemes(written["securityDefinitions"]);
        made.End();
    }

    private void AddSecuritySchemes(RawNode schemes)
    {
        made.Begin(RawKind.Object, schemes, "securitySchemes");
        foreach (var scheme in schemes.Children)
        {
            if (scheme["type"].IsString("apiKey"))
            {
                made.AddAlias(scheme, scheme.Name);
                continue;
            }
            made.Begin(RawKind.Object, scheme, scheme.Name);
            if (scheme["description"].IsDefined) made.AddAlias(scheme["description"], "description");
            if (scheme["type"].IsString("basic")) AddBasic(scheme);
            else AddOAuth(scheme);
            made.End();
        }
        made.End();
    }

    private void AddBasic(RawNode scheme)
    {
        made.AddText("http", scheme, "type");
        made.AddText("basic", scheme, "scheme");
    }

    private void AddOAuth(RawNode scheme)
    {
        if (scheme["type"].IsDefined) made.AddAlias(scheme["type"], "type");
        made.Begin(RawKind.Object, scheme, "flows");
        var flow = scheme["flow"].GetString();
        made.Begin(RawKind.Object, scheme, flow switch { "application" => "clientCredentials", "accessCode" => "authorizationCode", _ => flow ?? "implicit" });
        foreach (var field in new[] { "authorizationUrl", "tokenUrl", "scopes" })
            if (scheme[field].IsDefined) made.AddAlias(scheme[field], field);
        made.End();
        made.End();
    }

    /// <summary>What stands in another document has no place in this one.</summary>
    private RawNode Place(RawNode node, RawNode otherwise) =>
        node.Document == spec.Document ? node : otherwise.Document == spec.Document ? otherwise : spec.Document.Root;
}
