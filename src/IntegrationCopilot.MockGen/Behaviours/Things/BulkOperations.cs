using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>What is done with many things at once.</summary>
internal enum BulkAct
{
    Create,
    Change,
    Replace,
    Delete,
}

/// <summary>Finds operations on many things of a collection at once: <c>DELETE /things</c>, <c>PATCH /things</c>, <c>POST /things/bulk-delete</c>.</summary>
internal static class BulkOperations
{
    private static readonly string[] Deleting = ["delete", "remove", "destroy"];
    private static readonly string[] Changing = ["update", "patch", "edit", "modify", "upsert"];
    private static readonly string[] Creating = ["create", "add", "import", "insert", "batch", "bulk", "many", "multiple"];

    /// <summary>The resource and what is done with its things; null when the operation is none of that kind.</summary>
    public static (ApiResource Resource, BulkAct Act)? Of(ResourceModel model, ApiOperation operation)
    {
        foreach (var resource in model.Resources)
        {
            if (resource is not { Kind: ResourceKind.Collection, CollectionPath: { } collection, Identifier: not null }) continue;
            var path = operation.Path.TrimEnd('/');
            collection = collection.TrimEnd('/');
            if (path == collection && OfMethod(operation.Method) is { } act) return (resource, act);
            if (operation.Method == "POST" && path.Length > collection.Length + 1 && path.StartsWith(collection, StringComparison.Ordinal)
                && path[collection.Length] is '/' or ':' && OfWord(path[(collection.Length + 1)..]) is { } said)
                return (resource, said);
        }
        return null;
    }

    private static BulkAct? OfMethod(string method) => method switch
    {
        "DELETE" => BulkAct.Delete,
        "PATCH" => BulkAct.Change,
        "PUT" => BulkAct.Replace,
        _ => null,
    };

    private static BulkAct? OfWord(string word)
    {
        if (word.Contains('/') || word.Contains('{')) return null;
        var folded = FieldNames.Fold(word);
        if (Array.Exists(Deleting, folded.Contains)) return BulkAct.Delete;
        if (Array.Exists(Changing, folded.Contains)) return BulkAct.Change;
        return Array.Exists(Creating, folded.Contains) ? BulkAct.Create : null;
    }
}
