using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Items of an order; an order keeps at least one.</summary>
internal static class ItemEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var items = api.MapGroup("/orders/{orderId}/items").WithTags("items");
        items.MapGet("", ListAsync).WithName("listItems").Produces<OrderItemList>().Refuses(400, 404);
        items.MapPost("", CreateAsync).WithName("createItem").Takes<OrderItemInput>("application/json").Produces<OrderItem>(201)
            .Refuses(400, 404, 409, 415, 422);
        items.MapGet("/{itemId}", ReadAsync).WithName("readItem").Produces<OrderItem>().Refuses(400, 404);
        items.MapDelete("/{itemId}", DeleteAsync).WithName("deleteItem").Produces(204).Refuses(400, 404, 409);
    }

    private static Task ListAsync(HttpContext http, FreightState state, Guid orderId)
    {
        if (state.Has(HttpBugs.ParentIgnored) && state.Orders.Find(orderId) is null) return Reply.JsonAsync(http, state, 200, new OrderItemList([]));
        return Reply.JsonAsync(http, state, 200, new OrderItemList(Get(http, state, orderId).Thing.Items));
    }

    private static async Task CreateAsync(HttpContext http, FreightState state, Guid orderId)
    {
        var old = Get(http, state, orderId);
        var item = OrderCreation.Made(Body.As<OrderItemInput>(await Body.ReadAsync<OrderItemInput>(http, state)));
        Keep(state, old, [.. old.Thing.Items, item]);
        http.Response.Headers.Location = $"/orders/{orderId}/items/{item.Id}";
        await Reply.JsonAsync(http, state, 201, item);
    }

    private static Task ReadAsync(HttpContext http, FreightState state, Guid orderId, Guid itemId)
    {
        var items = state.Has(HttpBugs.ParentIgnored)
            ? state.Orders.Of(http.Caller()).SelectMany(order => order.Thing.Items)
            : Get(http, state, orderId).Thing.Items;
        return Reply.JsonAsync(http, state, 200, items.FirstOrDefault(item => item.Id == itemId) ?? throw Refusal.NotFound("item"));
    }

    private static Task DeleteAsync(HttpContext http, FreightState state, Guid orderId, Guid itemId)
    {
        var old = Get(http, state, orderId);
        if (old.Thing.Items.All(item => item.Id != itemId)) throw Refusal.NotFound("item");
        if (old.Thing.Items.Count == 1) throw new Refusal(409, "An order keeps at least one item.");
        Keep(state, old, [.. old.Thing.Items.Where(item => item.Id != itemId)]);
        http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static Kept<Order> Get(HttpContext http, FreightState state, Guid orderId) => state.Orders.Get(orderId, http.Caller(), "order");

    private static void Keep(FreightState state, Kept<Order> old, IReadOnlyList<OrderItem> items)
    {
        var order = old.Thing with { Items = items, TotalCents = items.Sum(item => (long)item.Quantity * item.UnitPriceCents) };
        if (state.Orders.Replace(old, order) is null) throw new Refusal(409, "The order was changed by another request at the same moment.");
    }
}
