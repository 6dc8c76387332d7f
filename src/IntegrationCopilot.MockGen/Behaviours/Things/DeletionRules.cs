using System.Globalization;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>What a document says of deleting: whether what holds other things is refused, and how a client insists.</summary>
internal sealed class DeletionRules(ApiOperation operation)
{
    private static readonly HashSet<string> Insisting =
        new(StringComparer.Ordinal) { "recursive", "force", "cascade", "forcedelete", "deletechildren", "deletecontents", "recurse" };
    private static readonly HashSet<string> Final =
        new(StringComparer.Ordinal) { "permanent", "permanently", "harddelete", "hard", "purge", "skiptrash", "force", "forcedelete" };
    private static readonly string[] Holding = ["not empty", "non-empty", "nonempty", "isn't empty", "has children", "still has", "still contain", "child",
        "nested", "in use", "dependent", "still exist", "belong"];

    /// <summary>The status of a refusal; 0 when nothing is refused.</summary>
    public int Refusal { get; } = operation.Responses.Where(r => r.Status is "409" or "400" or "422" && Tells(r))
        .Select(r => int.Parse(r.Status, CultureInfo.InvariantCulture)).FirstOrDefault();

    /// <summary>Whether a thing with others beneath it is not deleted.</summary>
    public bool RefusesParents(MockRequest request) => Refusal > 0 && !Says(request, Insisting);

    /// <summary>Whether a thing is not to come back.</summary>
    public static bool IsForGood(MockRequest request) => Says(request, Final);

    private static bool Says(MockRequest request, HashSet<string> names)
    {
        foreach (var (name, value) in request.QueryFields)
            if (names.Contains(FieldNames.Fold(name)) && value is not ("false" or "0" or "no")) return true;
        return false;
    }

    private static bool Tells(ApiResponse response) =>
        response.Node["description"].GetString() is { } text && Array.Exists(Holding, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
