using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>An API description of a project. What it says is in its versions, which are kept.</summary>
internal sealed class Spec : ITenantOwned
{
    public const int TitleMaxLength = 200;

    public Guid Id { get; init; }

    public Guid OrganisationId { get; private set; }

    public Guid ProjectId { get; init; }

    /// <summary>The title of the newest version.</summary>
    public required string Title
    {
        get;
        set
        {
            field = value;
            TitleKey = value.ToUpperInvariant();
        }
    }

    /// <summary>The title without its case: a document of the same title is the next version of the same description, of
    /// which a project has one.</summary>
    public string TitleKey { get; private set; } = "";

    /// <summary>Number of the newest version; the first is 1.</summary>
    public int LatestVersion { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class SpecConfiguration : IEntityTypeConfiguration<Spec>
{
    public void Configure(EntityTypeBuilder<Spec> builder)
    {
        builder.ToTable("Specs");
        builder.Property(spec => spec.Title).HasMaxLength(Spec.TitleMaxLength);
        builder.Property(spec => spec.TitleKey).HasMaxLength(Spec.TitleMaxLength);
        builder.Property(spec => spec.LatestVersion).IsConcurrencyToken();
        builder.HasOne<Project>().WithMany().HasForeignKey(spec => spec.ProjectId);
        builder.HasIndex(spec => new { spec.ProjectId, spec.TitleKey }).IsUnique();
    }
}
