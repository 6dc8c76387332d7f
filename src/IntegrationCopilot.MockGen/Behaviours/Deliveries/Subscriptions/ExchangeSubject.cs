using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Which thing an exchange is about.</summary>
/// <param name="Resource">Name of its resource; null when it belongs to none.</param>
/// <param name="Id">Its identifier; null when neither path nor answer show it.</param>
/// <param name="IdField">Name of the field it has its identifier in; null when that is not known.</param>
/// <param name="Thing">The thing as the answer shows it; null when it does not.</param>
internal sealed record ExchangeSubject(string? Resource, string? Id, string? IdField, JsonObject? Thing)
{
    public static ExchangeSubject Of(OperationMeaning meaning, ExpressionScope exchange)
    {
        if (meaning.Resource is not { } resource) return new ExchangeSubject(null, null, null, exchange.ReplyBody as JsonObject);
        var answer = resource.AnswerOf(meaning.Operation);
        var thing = (answer is { Form: AnswerForm.One } ? exchange.ReplyBody.Find(TokensOf(answer.Envelope)) : exchange.ReplyBody) as JsonObject;
        var part = resource.Identifier?.Parts[^1];
        var field = (part?.Read ?? part?.Create ?? part?.ListItem)?.Split('/')[^1];
        var id = PathValue(exchange, part?.Parameter) ?? (field is null ? null : thing?[field].ScalarText());
        return new ExchangeSubject(resource.Name, id, field, thing);
    }

    private static string? PathValue(ExpressionScope exchange, string? parameter)
    {
        foreach (var (name, value) in exchange.PathValues)
            if (name == parameter) return Uri.UnescapeDataString(value);
        return null;
    }

    private static IReadOnlyList<string> TokensOf(string pointer) => NodePointer.TryParse(pointer, out var way) ? way.Tokens : [];
}
