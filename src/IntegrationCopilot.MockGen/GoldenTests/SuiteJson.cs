using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Suites and their parts as JSON, by code that is generated when this package is compiled.</summary>
/// <remarks>Such code sets members that a text leaves out to null and 0; the members take that as what they are by default.</remarks>
[JsonSerializable(typeof(GoldenTestSuite))]
[JsonSerializable(typeof(StepRequest))]
[JsonSerializable(typeof(StepBody))]
[JsonSerializable(typeof(StepDelivery))]
internal sealed partial class SuiteJson : JsonSerializerContext
{
    /// <summary>As people read it: indented, with the names of enumerations in kebab case.</summary>
    public static SuiteJson Written { get; } = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowOutOfOrderMetadataProperties = true,
        Converters =
        {
            Names<DeliveryChange>(), Names<DeliverySignatureScheme>(), Names<GoldenTestReach>(), Names<GroundStrength>(), Names<PageStyle>(),
            Names<ParameterPlace>(), Names<RuleKind>(), Names<StepCredentials>(), Names<TestVariableType>(),
        },
    });

    private static JsonStringEnumConverter<T> Names<T>() where T : struct, Enum => new(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
}
