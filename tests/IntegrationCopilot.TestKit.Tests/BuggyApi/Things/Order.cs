using System.ComponentModel.DataAnnotations;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>What a client writes of an order.</summary>
internal sealed record OrderInput
{
    public required Guid CustomerId { get; init; }

    public required Currency Currency { get; init; }

    [Range(1, 30_000)]
    public required int WeightGrams { get; init; }

    [MinLength(1), MaxLength(10)]
    public required IReadOnlyList<OrderItemInput> Items { get; init; }

    [UniqueItems, MaxLength(5)]
    public IReadOnlyList<string> Tags { get; init; } = [];

    [StringLength(200)]
    public string? Note { get; init; }

    public DateOnly? DeliverOn { get; init; }
}

/// <summary>What a client may merge into an order; null takes away what can be taken away.</summary>
internal sealed record OrderPatch
{
    [Range(1, 30_000)]
    public int WeightGrams { get; init; }

    [UniqueItems, MaxLength(5)]
    public IReadOnlyList<string> Tags { get; init; } = [];

    [StringLength(200)]
    public string? Note { get; init; }

    public DateOnly? DeliverOn { get; init; }
}

internal sealed record OrderItemInput
{
    [RegularExpression("^[A-Z]{3}-[0-9]{4}$")]
    public required string Sku { get; init; }

    [Range(1, 999)]
    public required int Quantity { get; init; }

    [Range(0, 100_000)]
    public required int UnitPriceCents { get; init; }
}

internal sealed record OrderItem
{
    public required Guid Id { get; init; }

    public required string Sku { get; init; }

    public required int Quantity { get; init; }

    public required int UnitPriceCents { get; init; }
}

internal sealed record Order
{
    public required Guid Id { get; init; }

    public required Guid CustomerId { get; init; }

    public required OrderStatus Status { get; init; }

    public required Currency Currency { get; init; }

    public required int WeightGrams { get; init; }

    public required IReadOnlyList<OrderItem> Items { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public string? Note { get; init; }

    public DateOnly? DeliverOn { get; init; }

    public required long TotalCents { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal enum Currency
{
    Eur,
    Usd,
    Gbp,
}

internal enum OrderStatus
{
    Open,
    Cancelled,
}

internal enum OrderSort
{
    CreatedAt,
    WeightGrams,
}

/// <summary>A page of orders; the cursor is null on the last.</summary>
internal sealed record OrderPage(
    IReadOnlyList<Order> Data, [property: System.Text.Json.Serialization.JsonIgnore(
        Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)] string? NextCursor);

internal sealed record OrderItemList(IReadOnlyList<OrderItem> Data);
