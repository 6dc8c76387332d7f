using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace IntegrationCopilot.Server.Platform.Door;

/// <summary>Notes on a new audit row which other rows are saved with it.</summary>
internal static class AuditChanges
{
    private const int MostListed = 20;

    public static void Describe(IReadOnlyCollection<EntityEntry> changes)
    {
        if (changes.FirstOrDefault(entry => entry is { State: EntityState.Added, Entity: AuditEntry })?.Entity is not AuditEntry audit) return;
        var others = changes.Where(entry => entry.Entity is not AuditEntry).ToList();
        var lines = others.Take(MostListed).Select(entry => $"{entry.State} {entry.Metadata.ClrType.Name} {KeyOf(entry)}");
        audit.Changes = string.Join('\n', others.Count > MostListed ? lines.Append($"and {others.Count - MostListed} more") : lines);
    }

    private static string KeyOf(EntityEntry entry) =>
        string.Join(',', entry.Properties.Where(property => property.Metadata.IsPrimaryKey()).Select(property => property.CurrentValue));
}
