using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>What attributes of properties say that the generator does not write, and that input has no other fields.</summary>
internal static class FreightSchemas
{
    private static readonly Type[] Inputs =
        [typeof(Customer), typeof(Address), typeof(OrderInput), typeof(OrderItemInput), typeof(OrderPatch), typeof(ExportInput)];

    /// <summary>Says of each shape of input that it has no other fields.</summary>
    public static void Close(OpenApiDocument document)
    {
        foreach (var input in Inputs) ((OpenApiSchema)document.Components!.Schemas![input.Name]).AdditionalPropertiesAllowed = false;
    }

    public static Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        DescribeType(schema, context.JsonTypeInfo);
        if (context.JsonPropertyInfo?.AttributeProvider is MemberInfo member) DescribeProperty(schema, member);
        return Task.CompletedTask;
    }

    public static OpenApiSchema OneOf(Type type) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. Enum.GetNames(type).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))],
    };

    private static void DescribeType(OpenApiSchema schema, JsonTypeInfo type)
    {
        if (type.Type.IsEnum) schema.Type = JsonSchemaType.String;
        if (type.Type == typeof(ProblemDetails)) DescribeProblem(schema);
        foreach (var property in type.Properties)
        {
            if (schema.Properties?.TryGetValue(property.Name, out var described) == true && described is OpenApiSchema own
                && property.AttributeProvider is MemberInfo member)
                DescribeProperty(own, member);
        }
    }

    private static void DescribeProblem(OpenApiSchema schema)
    {
        schema.Required = new HashSet<string>(StringComparer.Ordinal) { "title", "status" };
        foreach (var (name, type) in (IEnumerable<(string, JsonSchemaType)>)[("title", JsonSchemaType.String), ("status", JsonSchemaType.Integer)])
        {
            if (schema.Properties!.TryGetValue(name, out var property)) ((OpenApiSchema)property).Type = type;
        }
    }

    private static void DescribeProperty(OpenApiSchema schema, MemberInfo member)
    {
        if (member.IsDefined(typeof(ReadOnlyAttribute))) schema.ReadOnly = true;
        if (member.IsDefined(typeof(WriteOnlyAttribute))) schema.WriteOnly = true;
        if (member.IsDefined(typeof(UniqueItemsAttribute))) schema.UniqueItems = true;
        if (member.IsDefined(typeof(EmailAddressAttribute))) schema.Format = "email";
    }
}
