using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Says in the generated document what the generator cannot know.</summary>
internal static class FreightDocument
{
    private const string Scheme = "apiKey";

    public static void Configure(OpenApiOptions options)
    {
        options.AddSchemaTransformer(FreightSchemas.TransformAsync);
        options.AddOperationTransformer(FreightOperations.TransformAsync);
        options.AddOperationTransformer(SecureAsync);
        options.AddDocumentTransformer(DescribeAsync);
    }

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "Freight", Version = "1.0.0", Description = "Customers, their orders, and the papers that go with them." };
        FreightSchemas.Close(document);
        document.Components!.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = Gate.Header },
        };
        return Task.CompletedTask;
    }

    private static Task SecureAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<Gate.NeedsKey>().Any()) return Task.CompletedTask;
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
        ((OpenApiResponse)operation.Responses!["401"]).Headers = FreightOperations.Header("WWW-Authenticate", "How to be let in.", JsonSchemaType.String, null);
        return Task.CompletedTask;
    }
}
