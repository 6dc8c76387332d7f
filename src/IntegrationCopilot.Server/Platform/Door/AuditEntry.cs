using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationCopilot.Server.Platform.Door;

/// <summary>Who asked for what, when, and how it ended. Written in the transaction of the change it describes.</summary>
internal sealed class AuditEntry : ITenantOwned
{
    /// <summary>Code of an entry whose request succeeded.</summary>
    public const string Ok = "ok";

    /// <summary>Code of an entry whose request ended in an unexpected error.</summary>
    public const string Failed = "internal_error";

    /// <summary>Code of an entry whose caller went away before it was done.</summary>
    public const string Cancelled = "cancelled";

    public Guid Id { get; init; }

    public Guid OrganisationId { get; private set; }

    public DateTimeOffset At { get; init; }

    public Guid ActorId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>Name of the request type.</summary>
    public required string Request { get; init; }

    /// <summary><see cref="Ok"/>, or the code of the error.</summary>
    public required string Outcome { get; set; }

    /// <summary>The rows that were saved with it, one "Added Project 0197…" per line; empty when nothing was.</summary>
    public string Changes { get; set; } = "";

    /// <summary>Trace id of the request, the same one that logs and problem responses carry.</summary>
    public string? TraceId { get; init; }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasIndex(entry => new { entry.OrganisationId, entry.At });
        builder.Property(entry => entry.ActorName).HasMaxLength(200);
        builder.Property(entry => entry.Request).HasMaxLength(200);
        builder.Property(entry => entry.Outcome).HasMaxLength(200);
        builder.Property(entry => entry.TraceId).HasMaxLength(64);
    }
}
