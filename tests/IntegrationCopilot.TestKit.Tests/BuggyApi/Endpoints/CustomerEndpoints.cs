using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Customers: listed by offset, each e-mail address once.</summary>
internal static class CustomerEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var customers = api.MapGroup("/customers").WithTags("customers");
        customers.MapGet("", ListAsync).WithName("listCustomers").Produces<CustomerPage>().Refuses(400);
        customers.MapPost("", CreateAsync).WithName("createCustomer").Takes<Customer>("application/json").Produces<Customer>(201).Refuses(400, 409, 415, 422);
        customers.MapGet("/{customerId}", ReadAsync).WithName("readCustomer").Produces<Customer>().Refuses(400, 404);
        customers.MapPut("/{customerId}", ReplaceAsync).WithName("replaceCustomer").Takes<Customer>("application/json").Produces<Customer>()
            .Refuses(400, 404, 409, 415, 422);
        customers.MapDelete("/{customerId}", DeleteAsync).WithName("deleteCustomer").Produces(204).Refuses(400, 404, 409);
    }

    private static Task ListAsync(HttpContext http, FreightState state, [AsParameters] CustomerQuery query)
    {
        var (offset, limit) = (Query.Within(state, query.Offset, 0, 10_000, 0), Query.Within(state, query.Limit, 1, 50, 20));
        var segment = Query.OneOf<CustomerSegment>(state, query.Segment);
        var all = state.Customers.Of(http.Caller()).Select(kept => kept.Thing).Where(customer => segment is null || customer.Segment == segment).ToList();
        return Reply.JsonAsync(http, state, 200, new CustomerPage([.. all.Skip(offset).Take(limit)], all.Count, offset, limit));
    }

    private static async Task CreateAsync(HttpContext http, FreightState state)
    {
        var customer = Made(state, await Body.ReadAsync<Customer>(http, state), Guid.NewGuid(), state.Now, 0);
        if (state.Customers.Add(customer.Id, http.Caller(), customer, SameEmail(customer), !state.Has(ListBugs.CreatedNotListed)) is null) throw EmailTaken();
        http.Response.Headers.Location = state.Has(AnswerBugs.LocationIsCollection) ? "/customers/new/created" : $"/customers/{customer.Id}";
        await Reply.JsonAsync(http, state, state.Has(AnswerBugs.CreateAnswers200) ? 200 : 201, customer);
    }

    private static Task ReadAsync(HttpContext http, FreightState state, Guid customerId)
    {
        if (state.Has(HttpBugs.UnknownIdIsError) && state.Customers.Find(customerId) is null)
            throw new InvalidOperationException("Sequence contains no elements");
        return Reply.JsonAsync(http, state, 200, state.Customers.Get(customerId, http.Caller(), "customer").Thing);
    }

    private static async Task ReplaceAsync(HttpContext http, FreightState state, Guid customerId)
    {
        var old = state.Customers.Get(customerId, http.Caller(), "customer");
        var customer = Made(state, await Body.ReadAsync<Customer>(http, state), customerId, old.Thing.CreatedAt, old.Thing.Points);
        if (!state.Has(StateBugs.ReplaceWithoutEffect) && state.Customers.Replace(old, customer, SameEmail(customer)) is null) throw EmailTaken();
        await Reply.JsonAsync(http, state, 200, customer);
    }

    private static Task DeleteAsync(HttpContext http, FreightState state, Guid customerId)
    {
        state.Customers.Get(customerId, http.Caller(), "customer");
        if (state.Orders.Of(http.Caller()).Any(order => order.Thing.CustomerId == customerId)) throw new Refusal(409, "The customer has orders.");
        if (!state.Has(StateBugs.DeleteDeletesNothing)) state.Customers.Remove(customerId);
        http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static Customer Made(FreightState state, JsonObject json, Guid id, DateTimeOffset createdAt, int points)
    {
        var given = Body.As<Customer>(json);
        return given with
        {
            Id = id, CreatedAt = createdAt, Name = given.Name ?? "", Email = given.Email ?? "",
            Phone = state.Has(StateBugs.FieldNotKept) ? null : given.Phone,
            Points = state.Has(InputBugs.ReadOnlyAccepted) && given.Points != 0 ? given.Points : points,
        };
    }

    private static Func<Customer, bool> SameEmail(Customer customer) => other => string.Equals(other.Email, customer.Email, StringComparison.OrdinalIgnoreCase);

    private static Refusal EmailTaken() => new(409, "Another customer has this e-mail address.");

    internal sealed record CustomerQuery
    {
        [Range(0, 10_000)]
        public int? Offset { get; init; }

        [Range(1, 50)]
        public int? Limit { get; init; }

        public string? Segment { get; init; }
    }
}
