using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationCopilot.Server.Platform.Identity;

/// <summary>What a user is in an organisation.</summary>
internal sealed class Membership : ITenantOwned
{
    public Guid Id { get; init; }

    public Guid OrganisationId { get; private set; }

    public Organisation? Organisation { get; private set; }

    public Guid UserId { get; init; }

    public OrganisationRole Role { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships");
        builder.HasIndex(membership => new { membership.UserId, membership.OrganisationId }).IsUnique();
        builder.Property(membership => membership.Role).HasConversion<string>().HasMaxLength(20);
        builder.HasOne(membership => membership.Organisation).WithMany().HasForeignKey(membership => membership.OrganisationId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(membership => membership.UserId);
    }
}
