using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationCopilot.Server.Platform.Identity;

/// <summary>A person who can sign in.</summary>
internal sealed class AppUser : IdentityUser<Guid>
{
    /// <summary>The name others see.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Whether it was seeded for development; such an account cannot sign in anywhere else.</summary>
    public bool IsDemo { get; init; }
}

internal sealed class AppUserConfiguration : IEntityTypeConfiguration<AppUser>
{
    public void Configure(EntityTypeBuilder<AppUser> builder)
    {
        builder.ToTable("Users");
        builder.Property(user => user.DisplayName).HasMaxLength(100);
    }
}
