using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// <c>Location</c> of answers that are about a thing which was not made here: made up from its description alone it would lead nowhere.
/// </summary>
internal sealed class ShownLocation
{
    private const string Field = "Location";

    private readonly StateModel model;
    private readonly MockOperation operation;
    private readonly ApiOperation read;

    private ShownLocation(StateModel model, MockOperation operation, ApiOperation read) => (this.model, this.operation, this.read) = (model, operation, read);

    /// <summary>What an operation needs; null when it describes no place, or no thing can be read there.</summary>
    public static ShownLocation? Of(StateModel model, MockOperation operation, ApiResource? resource) =>
        resource is { Read: { } read } && Described(operation, operation.SuccessStatus) is not null ? new ShownLocation(model, operation, read) : null;

    /// <summary>Answers, and tells where the thing is that the request names, else the one that the document shows, where nothing else has told it.</summary>
    public async ValueTask<MockReply> AnswerAsync(MockRequest request, MockStep next)
    {
        var reply = await next(request);
        return reply.Field(Field) is { } told && told == operation.Answers.Get(new AnswerKey(operation.SuccessStatus, null, null, false, 0)).Field(Field)
            && reply.Status == operation.SuccessStatus && AddressIn(request) is { } address
            ? Set(model, operation, request, reply, address) : reply;
    }

    /// <summary>Sets an address as the document wants it, whole where it describes the field as a URI; not where it allows no such address.</summary>
    public static MockReply Set(StateModel model, MockOperation operation, MockRequest request, MockReply reply, string address)
    {
        var described = Described(operation, reply.Status);
        if (described is not { Schema.IsDefined: true }) return reply.With(Field, address);
        string[] spellings = described.Schema["format"].IsString("uri") ? [request.AddressOf(address)] : [address, request.AddressOf(address)];
        var schema = model.Schemas.For(described.Schema, MessageDirection.Response);
        // Where no address is allowed, what names the thing is told all the same.
        if (reply.Field(Field) is { } shown) spellings = [.. spellings, $"{shown[..(shown.LastIndexOf('/') + 1)]}{address[(address.LastIndexOf('/') + 1)..]}"];
        return Array.Find(spellings, spelling => schema.IsValid(AsJson.Bytes(spelling))) is { } location
            ? reply.With(Field, location) : reply.Field(Field) is null ? reply.With(Field, address) : reply;
    }

    private static ApiHeader? Described(MockOperation operation, int status) =>
        operation.Description.FindResponse(status)?.Headers.FirstOrDefault(header => header.Name.Equals(Field, StringComparison.OrdinalIgnoreCase));

    private string? AddressIn(MockRequest request)
    {
        var path = read.Path;
        foreach (var name in PathNames.Of(path))
        {
            var value = request.PathValues.FirstOrDefault(given => given.Key == name).Value
                ?? (read.Parameters.FirstOrDefault(parameter => parameter.Place == ParameterPlace.Path && parameter.Name == name) is { } described
                    && model.Samples.ForParameter(described) is { Found: true } sample ? ParameterSerializer.Serialize(described, sample.ToElement()) : null);
            if (value is null) return null;
            path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return path.Contains('{') ? null : ThingAddress.BaseOf(operation.Description, request.Path) + path;
    }
}
