using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>What operations have in common, and what some take and answer besides their bodies.</summary>
internal static class FreightOperations
{
    private static readonly string[] Tagged = ["createOrder", "readOrder", "replaceOrder", "mergeOrder", "cancelOrder"];

    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Responses ??= [];
        foreach (var status in (IEnumerable<string>)["201", "202"])
        {
            if (operation.Responses.TryGetValue(status, out var made) && made is OpenApiResponse created)
                created.Headers = Header("Location", "Where it is.", JsonSchemaType.String, "uri-reference");
        }

        foreach (var (status, response) in operation.Responses)
        {
            if (Tagged.Contains(operation.OperationId) && status is "200" or "201" or "304" && response is OpenApiResponse tagged)
                (tagged.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal))["ETag"] = Header("ETag", "The version.",
                    JsonSchemaType.String, null)["ETag"];
        }

        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? []) Describe(operation, parameter);
        if (operation.RequestBody is OpenApiRequestBody body)
            Describe(operation, body, context.Description.ActionDescriptor.EndpointMetadata.OfType<Descriptions.Taken>().Single().MediaType);
        if (operation.Responses.ContainsKey("200") || operation.Responses.ContainsKey("201") || operation.Responses.ContainsKey("202"))
            operation.Responses["406"] = Problem("The wanted media type cannot be had.", context.Document!);
        return Task.CompletedTask;
    }

    private static OpenApiResponse Problem(string description, OpenApiDocument document) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/problem+json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), document) },
        },
    };

    public static Dictionary<string, IOpenApiHeader> Header(string name, string description, JsonSchemaType type, string? format) => new(StringComparer.Ordinal)
    {
        [name] = new OpenApiHeader { Description = description, Required = true, Schema = new OpenApiSchema { Type = type, Format = format } },
    };

    private static void Describe(OpenApiOperation operation, OpenApiParameter parameter)
    {
        if (parameter.Name == "Idempotency-Key")
        {
            parameter.Required = true;
            parameter.Description = "One effect for each key, which is for one body: the same key and body are answered as before, "
                + "another body is refused with 422.";
            parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 64 };
        }

        Type? list = (operation.OperationId, parameter.Name) switch
        {
            ("listCustomers", "Segment" or "segment") => typeof(CustomerSegment),
            ("listOrders", "Status" or "status") => typeof(OrderStatus),
            ("listOrders", "Sort" or "sort") => typeof(OrderSort),
            _ => null,
        };
        if (parameter.In == ParameterLocation.Query) parameter.Name = char.ToLowerInvariant(parameter.Name![0]) + parameter.Name[1..];
        if (list is not null) parameter.Schema = FreightSchemas.OneOf(list);
        if (parameter.Name == "sort") parameter.Description = "The field that the list is in ascending order of; without it, the order of creation.";
    }

    private static void Describe(OpenApiOperation operation, OpenApiRequestBody body, string mediaType)
    {
        body.Required = true;
        var described = body.Content!.Values.First();
        body.Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [mediaType] = described };
        if (operation.OperationId == "uploadDocument") described.Schema = Form();
    }

    private static OpenApiSchema Form() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string>(StringComparer.Ordinal) { "title", "kind", "file" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 60 },
            ["kind"] = FreightSchemas.OneOf(typeof(DocumentKind)),
            ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
        },
    };
}
