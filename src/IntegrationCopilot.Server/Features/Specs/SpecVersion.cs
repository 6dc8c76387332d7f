using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>Where a document came from.</summary>
public enum SpecSource
{
    File,
    Text,
    Url,
}

/// <summary>One document as it was imported, and what reading it told. Never changed.</summary>
internal sealed class SpecVersion : ITenantOwned
{
    public const int FileNameMaxLength = 200;
    public const int SourceUrlMaxLength = 2000;

    public Guid Id { get; init; }

    public Guid OrganisationId { get; private set; }

    public Guid ProjectId { get; init; }

    public Guid SpecId { get; init; }

    public Spec? Spec { get; init; }

    /// <summary>1 for the first version of its description.</summary>
    public int Number { get; init; }

    /// <summary>The bytes as they came. Queries that need only what is below leave them out.</summary>
    public required byte[] Content { get; init; }

    public int SizeBytes { get; init; }

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal digits.</summary>
    public required string ContentHash { get; init; }

    /// <summary>What the document is called in problems and downloads.</summary>
    public required string FileName { get; init; }

    public SpecSource Source { get; init; }

    /// <summary>The address it was read from, without user info and query, which may hold secrets; null unless it was read from one.</summary>
    public string? SourceUrl { get; init; }

    /// <summary><c>info.title</c>, or the file name when there is none.</summary>
    public required string Title { get; init; }

    /// <summary><c>info.version</c>; may be empty.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>The version of the standard it is written in, for example <c>3.1.0</c>.</summary>
    public required string OpenApiVersion { get; init; }

    public int OperationCount { get; init; }

    public int ErrorCount { get; init; }

    public int WarningCount { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }
}

internal sealed class SpecVersionConfiguration : IEntityTypeConfiguration<SpecVersion>
{
    public void Configure(EntityTypeBuilder<SpecVersion> builder)
    {
        builder.ToTable("SpecVersions");
        builder.Property(version => version.ContentHash).HasMaxLength(64);
        builder.Property(version => version.FileName).HasMaxLength(SpecVersion.FileNameMaxLength);
        builder.Property(version => version.Source).HasConversion<string>().HasMaxLength(10);
        builder.Property(version => version.SourceUrl).HasMaxLength(SpecVersion.SourceUrlMaxLength);
        builder.Property(version => version.Title).HasMaxLength(Spec.TitleMaxLength);
        builder.Property(version => version.ApiVersion).HasMaxLength(100);
        builder.Property(version => version.OpenApiVersion).HasMaxLength(20);
        builder.Property(version => version.CreatedBy).HasMaxLength(200);
        builder.HasOne(version => version.Spec).WithMany().HasForeignKey(version => version.SpecId);
        builder.HasIndex(version => new { version.SpecId, version.Number }).IsUnique();
        builder.HasIndex(version => version.ProjectId);
    }
}
