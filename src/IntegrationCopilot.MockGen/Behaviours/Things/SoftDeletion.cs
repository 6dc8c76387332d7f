using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Things that can come back after their deletion: a field tells of it, or an action restores them.</summary>
internal sealed class SoftDeletion(ThingKind kind)
{
    private static readonly HashSet<string> Markers =
        new(StringComparer.Ordinal) { "deletedat", "isdeleted", "deletetime", "datedeleted", "deletedon", "trashedat", "istrashed", "trashed" };

    /// <summary>How documents say that only what was deleted can be restored.</summary>
    private static readonly string[] NotDeleted =
        ["not deleted", "not been deleted", "not in the trash", "not in trash", "not trashed", "not archived", "already restored", "already active"];

    /// <summary>The field that tells of deletion; null when none does.</summary>
    private readonly ThingField? marker = kind.Shape.Fields.FirstOrDefault(f => Markers.Contains(FieldNames.Fold(f.Name)));

    /// <summary>Whether deleted things are kept.</summary>
    public bool IsOn { get; } = kind.Shape.Fields.Any(f => Markers.Contains(FieldNames.Fold(f.Name)))
        || (kind.Resource.Actions.Any(Restorations.IsOne) || (kind.Resource.Update is { } update && Restorations.IsOne(update)));

    /// <summary>
    /// Whether the document calls it a conflict to restore what was not deleted: it may speak of another, such as a name that is taken meanwhile.
    /// </summary>
    public static bool RefusesWhatIsThere(ApiOperation operation) => operation.Responses.Any(response =>
        response.Status == "409" && response.Node["description"].GetString() is { } text
        && Array.Exists(NotDeleted, words => text.Contains(words, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A thing that tells of its deletion, where it can.</summary>
    public ReadOnlyMemory<byte> Told(MockThing thing, DateTimeOffset moment)
    {
        if (marker is not { } field || JsonTrees.Parse(thing.Json) is not JsonObject whole) return thing.Json;
        whole[field.Name] = IsFlag(field) ? JsonValue.Create(true) : InstantStyle.Write(kind.Model.Spec.Resolve(field.Schema), kind.Sample[field.Name], moment);
        return JsonTrees.Write(whole);
    }

    /// <summary>Takes back what told of the deletion.</summary>
    public void Restore(JsonObject thing)
    {
        if (marker is not { } field || !thing.ContainsKey(field.Name)) return;
        if (IsFlag(field)) thing[field.Name] = false;
        else if (kind.MayHold(thing, [field.Name], null)) thing[field.Name] = null;
        else thing.Remove(field.Name);
    }

    private static bool IsFlag(ThingField field) => FieldNames.Fold(field.Name) is "isdeleted" or "istrashed" or "trashed";
}
