using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Creates an order once for each idempotency key.</summary>
internal static class OrderCreation
{
    public static async Task RunAsync(HttpContext http, FreightState state, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey)
    {
        if (idempotencyKey is not { Length: > 0 and <= 64 } && !state.Has(StateBugs.KeyNotNeeded))
            throw new Refusal(400, "The header Idempotency-Key is needed, of 1 to 64 characters.");
        var json = await ReadAsync(http, state);
        var input = Body.As<OrderInput>(json);
        RequireCustomer(http, state, input);
        var key = string.IsNullOrEmpty(idempotencyKey) || state.Has(StateBugs.KeyIgnored) ? Guid.NewGuid().ToString() : idempotencyKey;
        var use = state.Keys.First(http.Caller(), key, json.ToJsonString(), out var isFirst);
        if (!isFirst && use.Body != json.ToJsonString() && !state.Has(StateBugs.KeyTakenForOther))
            throw new Refusal(422, "The key was used for another request.");
        if (state.Has(StateBugs.KeyRace) && !use.Outcome.Task.IsCompleted) isFirst = true;
        var order = isFirst ? await CreateAsync(http, state, input, use) : await use.Outcome.Task;
        if (!state.Has(AnswerBugs.LocationMissing)) http.Response.Headers.Location = $"/orders/{order.Id}";
        http.Response.Headers.ETag = Conditions.TagOf(1);
        await Reply.JsonAsync(http, state, 201, order);
    }

    public static void RequireCustomer(HttpContext http, FreightState state, OrderInput input)
    {
        if (state.Customers.Find(input.CustomerId)?.Owner != http.Caller() && !IsLeftOut(state)) throw new Refusal(422, "/customerId is no customer.");
    }

    public static Order Made(OrderInput input, Guid id, DateTimeOffset createdAt) => new()
    {
        Id = id, CustomerId = input.CustomerId, Status = OrderStatus.Open, Currency = input.Currency, WeightGrams = input.WeightGrams,
        Tags = input.Tags ?? [], Note = input.Note, DeliverOn = input.DeliverOn, CreatedAt = createdAt,
        Items = [.. (input.Items ?? []).Select(Made)], TotalCents = (input.Items ?? []).Sum(item => (long)item.Quantity * item.UnitPriceCents),
    };

    public static OrderItem Made(OrderItemInput item) => new() { Id = Guid.NewGuid(), Sku = item.Sku ?? "", Quantity = item.Quantity,
        UnitPriceCents = item.UnitPriceCents };

    private static async Task<Order> CreateAsync(HttpContext http, FreightState state, OrderInput input, IdempotencyKeys.Use use)
    {
        if (state.Has(StateBugs.KeyRace)) await Task.Delay(TimeSpan.FromMilliseconds(60), http.RequestAborted);
        var order = Made(input, Guid.NewGuid(), state.Now);
        state.Orders.Add(order.Id, http.Caller(), order);
        use.Outcome.TrySetResult(order);
        return order;
    }

    private static async Task<JsonObject> ReadAsync(HttpContext http, FreightState state)
    {
        try
        {
            return await Body.ReadAsync<OrderInput>(http, state);
        }
        catch (Refusal) when (state.Has(StateBugs.FailedCreateStays))
        {
            var (id, model) = (Guid.NewGuid(), state.Orders.Of(http.Caller())[0].Thing);
            state.Orders.Add(id, http.Caller(), model with { Id = id, CreatedAt = state.Now });
            throw;
        }
    }

    /// <summary>Whether a bug let something through that a customer cannot be found by.</summary>
    private static bool IsLeftOut(FreightState state) =>
        state.Has(InputBugs.MissingAccepted) || state.Has(InputBugs.NullAccepted) || state.Has(InputBugs.FormatAccepted)
            || state.Has(InputBugs.TruncatedAccepted);
}
