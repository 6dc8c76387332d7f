using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Platform.Tenancy;
using IntegrationCopilot.Validator;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>The golden tests of one version of an API description, run once against one installation of the API.</summary>
internal sealed class TestRun : ITenantOwned
{
    public const int BaseUrlMaxLength = 2000;
    public const int FailureMaxLength = 500;

    public Guid Id { get; init; }

    public Guid OrganisationId { get; private set; }

    public Guid ProjectId { get; init; }

    public Guid SpecId { get; init; }

    public Guid SpecVersionId { get; init; }

    public SpecVersion? SpecVersion { get; init; }

    public EnvironmentType Environment { get; init; }

    /// <summary>What is tested; null for the project's own mock until the run has begun.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Where made-up values come from.</summary>
    public int Seed { get; init; }

    /// <summary>The credentials and values it was given, encrypted. They are gone when the run is over.</summary>
    public string? ProtectedInputs { get; init; }

    public RunStatus Status { get; init; }

    /// <summary>Which of the organisation's slots it takes, from 1; null when it is over. No two take the same, so that the database holds the limit.</summary>
    public int? Slot { get; set; }

    /// <summary>Why it failed or was interrupted; null otherwise.</summary>
    public string? Failure { get; init; }

    /// <summary>Cases that run; null until that is known.</summary>
    public int? CasesToRun { get; init; }

    /// <summary>Of those, how many are done.</summary>
    public int CasesDone { get; init; }

    /// <summary>Name of the case that was done last.</summary>
    public string? LatestCase { get; init; }

    public int Passed { get; init; }

    public int Failed { get; init; }

    public int Warned { get; init; }

    public int WithoutVerdict { get; init; }

    public int Errors { get; init; }

    public int Skipped { get; init; }

    public int NotApplicable { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When somebody asked for it to stop; null when nobody did.</summary>
    public DateTimeOffset? CancelRequestedAt { get; init; }
}

internal sealed class TestRunConfiguration : IEntityTypeConfiguration<TestRun>
{
    public void Configure(EntityTypeBuilder<TestRun> builder)
    {
        builder.ToTable("TestRuns");
        builder.Property(run => run.Environment).HasConversion<string>().HasMaxLength(20);
        builder.Property(run => run.BaseUrl).HasMaxLength(TestRun.BaseUrlMaxLength);
        builder.Property(run => run.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(run => run.Failure).HasMaxLength(TestRun.FailureMaxLength);
        builder.Property(run => run.CreatedBy).HasMaxLength(200);
        builder.HasOne<Project>().WithMany().HasForeignKey(run => run.ProjectId);
        builder.HasOne(run => run.SpecVersion).WithMany().HasForeignKey(run => run.SpecVersionId);
        builder.HasIndex(run => new { run.ProjectId, run.CreatedAt });
        builder.HasIndex(run => new { run.OrganisationId, run.Slot }).IsUnique();
    }
}
