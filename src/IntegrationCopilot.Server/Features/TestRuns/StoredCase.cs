using IntegrationCopilot.Server.Platform.Tenancy;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>The result of one case of a test run. Never changed.</summary>
internal sealed class StoredCase : ITenantOwned
{
    public const int CategoryMaxLength = 100;

    public Guid Id { get; init; }

    public Guid OrganisationId { get; private set; }

    public Guid RunId { get; init; }

    public TestRun? Run { get; init; }

    /// <summary>Its place in the suite, from 0.</summary>
    public int Position { get; init; }

    /// <summary>Stable id of the golden test.</summary>
    public required string CaseId { get; init; }

    public required string Name { get; init; }

    public required string Category { get; init; }

    public string? Operation { get; init; }

    public CaseStatus Status { get; init; }

    public string? Reason { get; init; }

    public TestSetting Setting { get; init; }

    public double DurationMs { get; init; }

    /// <summary>Assertions and ids of traces, as <see cref="CaseEvidence"/> writes them. Lists leave it out.</summary>
    public required string Evidence { get; init; }
}

internal sealed class StoredCaseConfiguration : IEntityTypeConfiguration<StoredCase>
{
    public void Configure(EntityTypeBuilder<StoredCase> builder)
    {
        builder.ToTable("TestCases");
        builder.Property(result => result.Category).HasMaxLength(StoredCase.CategoryMaxLength);
        builder.Property(result => result.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(result => result.Setting).HasConversion<string>().HasMaxLength(20).HasDefaultValue(TestSetting.Auto).HasSentinel(TestSetting.Auto);
        builder.HasOne(result => result.Run).WithMany().HasForeignKey(result => result.RunId);
        builder.HasIndex(result => new { result.RunId, result.Position }).IsUnique();
    }
}
