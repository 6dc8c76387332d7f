using System.Collections.Concurrent;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Everything that an installation keeps, and what is wrong with it.</summary>
internal sealed class FreightState
{
    public const string FirstCaller = "first";
    public const string SecondCaller = "second";

    private readonly Bug? bug;
    private readonly TimeProvider time;

    public FreightState(Bug? bug, TimeProvider time)
    {
        (this.bug, this.time) = (bug, time);
        Fill(FirstCaller, customers: 4, orders: 12);
        Fill(SecondCaller, customers: 1, orders: 3);
    }

    public Store<Customer> Customers { get; } = new();

    public Store<Order> Orders { get; } = new();

    public Store<Document> Documents { get; } = new();

    public Store<Export> Exports { get; } = new();

    public ConcurrentDictionary<Guid, byte[]> Contents { get; } = new();

    public IdempotencyKeys Keys { get; } = new();

    /// <summary>Now, in whole seconds, as it is written in answers.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());

    public bool Has(Bug wanted) => bug == wanted;

    /// <summary>What an installation that is in use has in it already.</summary>
    private void Fill(string owner, int customers, int orders)
    {
        var made = Enumerable.Range(1, customers).Select(number => new Customer
        {
            Id = Guid.NewGuid(), CreatedAt = Now, Name = $"Customer {number}", Email = $"customer{number}@{owner}.example",
            Segment = (CustomerSegment)(number % 3), Points = number,
        }).ToList();
        foreach (var customer in made) Customers.Add(customer.Id, owner, customer);
        for (var number = 1; number <= orders; number++)
        {
            var order = new Order
            {
                Id = Guid.NewGuid(), CustomerId = made[number % customers].Id, Status = number % 3 == 0 ? OrderStatus.Cancelled : OrderStatus.Open,
                Currency = Currency.Eur, WeightGrams = 100 * ((number * 7 % 13) + 1), Tags = [], CreatedAt = Now, TotalCents = 500,
                Items = [new OrderItem { Id = Guid.NewGuid(), Sku = "BOX-0001", Quantity = 1, UnitPriceCents = 500 }],
            };
            Orders.Add(order.Id, owner, order);
        }
    }
}
