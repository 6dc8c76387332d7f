using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Orders: created once a key, listed by cursor, changed under conditions.</summary>
internal static class OrderEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var orders = api.MapGroup("/orders").WithTags("orders");
        orders.MapGet("", ListAsync).WithName("listOrders").Produces<OrderPage>().Refuses(400);
        orders.MapPost("", OrderCreation.RunAsync).WithName("createOrder").Takes<OrderInput>("application/json").Produces<Order>(201).Refuses(400, 415, 422);
        orders.MapGet("/{orderId}", ReadAsync).WithName("readOrder").Produces<Order>().Produces(304).Refuses(400, 404);
        orders.MapPut("/{orderId}", ReplaceAsync).WithName("replaceOrder").Takes<OrderInput>("application/json").Produces<Order>()
            .Refuses(400, 404, 409, 412, 415, 422);
        orders.MapPatch("/{orderId}", MergeAsync).WithName("mergeOrder").Takes<OrderPatch>("application/merge-patch+json").Produces<Order>()
            .Refuses(400, 404, 409, 412, 415, 422);
        orders.MapDelete("/{orderId}", DeleteAsync).WithName("deleteOrder").Produces(204).Refuses(400, 404, 412);
        orders.MapPost("/{orderId}/cancel", CancelAsync).WithName("cancelOrder").Produces<Order>().Refuses(400, 404, 409);
    }

    private static Task ListAsync(HttpContext http, FreightState state, [AsParameters] OrderQuery query)
    {
        var status = state.Has(ListBugs.FilterIgnored) ? null : Query.OneOf<OrderStatus>(state, query.Status);
        var orders = state.Orders.Of(http.Caller()).Where(kept => (status is null || kept.Thing.Status == status)
            && (query.CustomerId is null || kept.Thing.CustomerId == query.CustomerId)).ToList();
        var limit = Query.Within(state, query.Limit, 1, 50, 5);
        return Reply.JsonAsync(http, state, 200, OrderPages.Of(state, orders, Query.OneOf<OrderSort>(state, query.Sort), query.Cursor, limit));
    }

    private static Task ReadAsync(HttpContext http, FreightState state, Guid orderId, [FromHeader(Name = "If-None-Match")] string? ifNoneMatch)
    {
        var kept = state.Orders.Find(orderId);
        if (kept is null && state.Has(HttpBugs.UnknownIdIsEmpty)) return Reply.WriteAsync(http, 200, "application/json; charset=utf-8", "{}");
        if (kept is null || !state.Has(CredentialBugs.OthersReadable)) kept = state.Orders.Get(orderId, http.Caller(), "order");
        http.Response.Headers.ETag = Conditions.TagOf(kept.Version);
        if (ifNoneMatch is null || state.Has(HttpBugs.IfNoneMatchIgnored) || !Conditions.Names(ifNoneMatch, kept.Version))
            return Reply.JsonAsync(http, state, 200, kept.Thing);
        http.Response.StatusCode = 304;
        return Task.CompletedTask;
    }

    private static async Task ReplaceAsync(HttpContext http, FreightState state, Guid orderId, [FromHeader(Name = "If-Match")] string? ifMatch)
    {
        var old = state.Orders.Get(orderId, http.Caller(), "order");
        Conditions.Require(state, ifMatch, old.Version);
        var input = Body.As<OrderInput>(await Body.ReadAsync<OrderInput>(http, state));
        OrderCreation.RequireCustomer(http, state, input);
        var order = OrderCreation.Made(input, old.Thing.Id, old.Thing.CreatedAt) with { Status = old.Thing.Status };
        await ChangedAsync(http, state, state.Orders.Replace(old, order));
    }

    private static async Task MergeAsync(HttpContext http, FreightState state, Guid orderId, [FromHeader(Name = "If-Match")] string? ifMatch)
    {
        var old = state.Orders.Get(orderId, http.Caller(), "order");
        Conditions.Require(state, ifMatch, old.Version);
        var patch = await Body.ReadAsync<OrderPatch>(http, state, isPatch: true);
        var order = OrderMerge.Of(state, old.Thing, patch);
        if (state.Has(StateBugs.PatchWithoutEffect)) await ChangedAsync(http, state, old with { Thing = order });
        else await ChangedAsync(http, state, state.Orders.Replace(old, order));
    }

    private static Task DeleteAsync(HttpContext http, FreightState state, Guid orderId, [FromHeader(Name = "If-Match")] string? ifMatch)
    {
        Conditions.Require(state, ifMatch, state.Orders.Get(orderId, http.Caller(), "order").Version);
        state.Orders.Remove(orderId);
        http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static Task CancelAsync(HttpContext http, FreightState state, Guid orderId)
    {
        if (state.Has(HttpBugs.UnknownIdIsCancelled) && state.Orders.Find(orderId) is null)
            return Reply.JsonAsync(http, state, 200, state.Orders.Of(http.Caller())[0].Thing with { Id = orderId, Status = OrderStatus.Cancelled });
        var old = state.Orders.Get(orderId, http.Caller(), "order");
        if (old.Thing.Status == OrderStatus.Cancelled) throw new Refusal(409, "The order is cancelled already.");
        return ChangedAsync(http, state, state.Orders.Replace(old, old.Thing with { Status = OrderStatus.Cancelled }));
    }

    private static Task ChangedAsync(HttpContext http, FreightState state, Kept<Order>? changed)
    {
        if (changed is null) throw new Refusal(409, "The order was changed by another request at the same moment.");
        http.Response.Headers.ETag = Conditions.TagOf(changed.Version);
        return Reply.JsonAsync(http, state, 200, changed.Thing);
    }

    internal sealed record OrderQuery
    {
        public string? Status { get; init; }

        public Guid? CustomerId { get; init; }

        public string? Sort { get; init; }

        public string? Cursor { get; init; }

        [Range(1, 50)]
        public int? Limit { get; init; }
    }
}
