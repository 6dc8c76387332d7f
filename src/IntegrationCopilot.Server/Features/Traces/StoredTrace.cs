using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Platform.Tenancy;
using IntegrationCopilot.Validator;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationCopilot.Server.Features.Traces;

/// <summary>One exchange: its signed line, and what lists sort and filter by. Never changed.</summary>
internal sealed class StoredTrace : ITenantOwned
{
    public const int TextMaxLength = 500;

    public Guid Id { get; init; }

    public Guid OrganisationId { get; private set; }

    public Guid ProjectId { get; init; }

    /// <summary>The test run that caused it; null when none did.</summary>
    public Guid? RunId { get; init; }

    public string? CaseId { get; init; }

    /// <summary>Its place in the chain of the project.</summary>
    public long Sequence { get; init; }

    /// <summary>The line as it stands in the chain's file. What it says is the truth; the columns are copies of it.</summary>
    public required byte[] Line { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public double DurationMs { get; init; }

    public EnvironmentType Environment { get; init; }

    public required string Method { get; init; }

    /// <summary>The operation's path template, or the path of the request when it belongs to none.</summary>
    public required string Endpoint { get; init; }

    public string? OperationId { get; init; }

    public int? Status { get; init; }

    public TraceErrorCategory ErrorCategory { get; init; }

    public bool IsError { get; init; }

    public int FindingCount { get; init; }
}

internal sealed class StoredTraceConfiguration : IEntityTypeConfiguration<StoredTrace>
{
    public void Configure(EntityTypeBuilder<StoredTrace> builder)
    {
        builder.ToTable("Traces");
        builder.HasOne<Project>().WithMany().HasForeignKey(trace => trace.ProjectId);
        builder.Property(trace => trace.CaseId).HasMaxLength(StoredTrace.TextMaxLength);
        builder.Property(trace => trace.Environment).HasConversion<string>().HasMaxLength(20);
        builder.Property(trace => trace.Method).HasMaxLength(20);
        builder.Property(trace => trace.Endpoint).HasMaxLength(StoredTrace.TextMaxLength);
        builder.Property(trace => trace.OperationId).HasMaxLength(StoredTrace.TextMaxLength);
        builder.Property(trace => trace.ErrorCategory).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(trace => new { trace.ProjectId, trace.Sequence }).IsUnique();
        builder.HasIndex(trace => new { trace.RunId, trace.Sequence });
    }
}
