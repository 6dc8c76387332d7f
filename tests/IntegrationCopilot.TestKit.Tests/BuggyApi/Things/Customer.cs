using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>What a client writes and reads of a customer, in one shape: some of it is read-only, and the password write-only.</summary>
internal sealed record Customer
{
    [ReadOnly(true)]
    public required Guid Id { get; init; }

    [ReadOnly(true)]
    public required DateTimeOffset CreatedAt { get; init; }

    [ReadOnly(true), Range(0, int.MaxValue)]
    public int Points { get; init; }

    [StringLength(60, MinimumLength = 2)]
    public required string Name { get; init; }

    [StringLength(120, MinimumLength = 6), EmailAddress]
    public required string Email { get; init; }

    [RegularExpression(@"^\+[1-9][0-9]{6,14}$")]
    public string? Phone { get; init; }

    public required CustomerSegment Segment { get; init; }

    public Address? Address { get; init; }

    [WriteOnly, StringLength(64, MinimumLength = 8)]
    public string? PortalPassword { get; init; }
}

internal enum CustomerSegment
{
    Retail,
    Wholesale,
    Internal,
}

internal sealed record Address
{
    [StringLength(80, MinimumLength = 1)]
    public required string Street { get; init; }

    [StringLength(60, MinimumLength = 1)]
    public required string City { get; init; }

    [RegularExpression("^[A-Z]{2}$")]
    public required string Country { get; init; }
}

internal sealed record CustomerPage(IReadOnlyList<Customer> Items, int Total, int Offset, int Limit);

/// <summary>A property that is never answered.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WriteOnlyAttribute : Attribute;

/// <summary>A list whose items differ.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UniqueItemsAttribute : Attribute;
