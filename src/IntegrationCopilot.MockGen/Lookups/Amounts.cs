using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>Amounts of money in JSON: numbers, numbers in text, or objects of a value and a currency.</summary>
internal static class Amounts
{
    private static readonly string[] Names = ["amount", "amountmoney", "totalamount", "amounttotal", "totalmoney", "amountincents", "amountcents",
        "transactionamount", "paymentamount", "chargeamount", "total", "value", "grossamount", "money", "price"];

    /// <summary>The amount a value tells; null when it tells none.</summary>
    public static decimal? Of(JsonNode? value) => value switch
    {
        JsonValue number when number.GetValueKind() == JsonValueKind.Number && number.TryGetValue<decimal>(out var exact) => exact,
        JsonValue text when text.TryGetValue<string>(out var written)
            && decimal.TryParse(written, NumberStyles.Number, CultureInfo.InvariantCulture, out var read) => read,
        JsonObject money => Of(money["value"] ?? money["amount"]),
        _ => null,
    };

    /// <summary>How much a thing is about; null when it does not tell.</summary>
    public static decimal? OfThing(JsonObject? thing)
    {
        foreach (var name in Names)
            foreach (var (field, value) in thing ?? [])
                if (FieldNames.Fold(field) == name && Of(value) is { } amount) return amount;
        return null;
    }
}
