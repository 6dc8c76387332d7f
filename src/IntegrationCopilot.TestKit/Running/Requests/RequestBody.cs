using System.Text;
using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Makes the body of a step.</summary>
internal static class RequestBody
{
    public static SerializedBody Build(ApiSpec spec, ApiOperation? operation, StepBody body, Filling filling)
    {
        if (body.Json is { } json) return Json(spec, operation, body.MediaType, filling.Json(json));
        if (body.Form is { } form) return Form(spec, body.MediaType, [.. form.Select(field => new FormField(field.Name, filling.Text(field.Value)))]);
        return new(body.MediaType, Encoding.UTF8.GetBytes(filling.Text(body.Text ?? "")));
    }

    private static SerializedBody Json(ApiSpec spec, ApiOperation? operation, string mediaType, JsonElement value)
    {
        var media = operation?.RequestBody is { } described ? ContentNegotiation.Select(described.Content, mediaType) : null;
        return media is not null && (media with { Name = mediaType }) is { IsJson: false } sent
            ? BodySerializer.Serialize(spec, sent, value) : new(mediaType, Encoding.UTF8.GetBytes(value.GetRawText()));
    }

    private static SerializedBody Form(ApiSpec spec, string mediaType, IReadOnlyList<FormField> fields)
    {
        if (!mediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            return new(mediaType,
                Encoding.UTF8.GetBytes(string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"))));
        var value = AsJson.Element(fields.GroupBy(field => field.Name).ToDictionary(group => group.Key, group => group.Count() == 1
            ? AsJson.Element(group.First().Value) : AsJson.Element(group.Select(field => AsJson.Element(field.Value)).ToArray())));
        return BodySerializer.Serialize(spec, new ApiMediaType { Name = mediaType, Node = default }, value);
    }
}
