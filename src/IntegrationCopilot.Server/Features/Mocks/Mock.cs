using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationCopilot.Server.Features.Mocks;

/// <summary>The mock of one version of an API description: what it should be. What runs is in <see cref="MockHost"/>.</summary>
internal sealed class Mock : ITenantOwned
{
    public const int FailureMaxLength = 500;

    public Guid Id { get; init; }

    public Guid OrganisationId { get; private set; }

    public Guid ProjectId { get; init; }

    public Guid SpecId { get; init; }

    public Guid SpecVersionId { get; init; }

    public SpecVersion? SpecVersion { get; init; }

    /// <summary>The port it had last, and asks for again, so that its address lasts.</summary>
    public int Port { get; set; }

    public int Seed { get; set; }

    /// <summary>Whether it is started again when the server starts.</summary>
    public bool ShouldRun { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>Why it does not run although it should; null when nothing is wrong.</summary>
    public string? Failure { get; set; }

    public void NoteStart(int port, DateTimeOffset at) => (Port, ShouldRun, StartedAt, Failure) = (port, true, at, null);

    public void NoteFailure(string reason) => Failure = reason.Length <= FailureMaxLength ? reason : reason[..FailureMaxLength];
}

internal sealed class MockConfiguration : IEntityTypeConfiguration<Mock>
{
    public void Configure(EntityTypeBuilder<Mock> builder)
    {
        builder.ToTable("Mocks");
        builder.Property(mock => mock.Failure).HasMaxLength(Mock.FailureMaxLength);
        builder.HasOne(mock => mock.SpecVersion).WithMany().HasForeignKey(mock => mock.SpecVersionId);
        builder.HasIndex(mock => mock.SpecVersionId).IsUnique();
        builder.HasIndex(mock => mock.ProjectId);
    }
}
