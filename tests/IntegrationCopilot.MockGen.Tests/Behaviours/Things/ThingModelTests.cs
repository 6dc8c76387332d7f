using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Any sequence of requests: the mock answers as a plain dictionary says, and every answer conforms to its document.</summary>
public sealed class ThingModelTests
{
    private static readonly Gen<Step> Steps =
        from act in Gen.Elements(Enum.GetValues<Act>())
        from which in Gen.Choose(0, 6)
        from name in Gen.Elements("Ada", "Grace", "Edsger", "", "Zoë \"Z\" \\ 😀")
        select new Step(act, which, name);

    private enum Act
    {
        CreateCustomer,
        ReadCustomer,
        RenameCustomer,
        ReplaceCustomer,
        DeleteCustomer,
        ListCustomers,
        FilterCustomers,
        CreateAddress,
        ReadAddress,
        DeleteAddress,
        ListAddresses,
    }

    [Property(MaxTest = 150)]
    public Property AnswerAsync_AnySequence_AgreesWithADictionary() =>
        Prop.ForAll(Gen.ArrayOf(Steps).ToArbitrary(), steps => new Run().PlayAsync(steps).GetAwaiter().GetResult());

    private readonly record struct Step(Act Act, int Which, string Name);

    private sealed class Run
    {
        private static readonly SpecEngine.ApiSpec Spec = Described.Read(Shop.Yaml);
        private static readonly MessageValidator Validator = new(Spec);
        private readonly MockEngine engine = new(Spec);
        private readonly Dictionary<int, string> customers = new() { [7] = "Ada" };
        private readonly List<int> known = [7];
        private readonly Dictionary<(int Customer, string Id), string> addresses = [];
        private readonly List<(int Customer, string Id)> knownAddresses = [];

        public async Task<bool> PlayAsync(Step[] steps)
        {
            // The address of the document's own customer is made up, so nothing is known of it until one is made.
            await CreateAddressAsync(7, "Turin");
            foreach (var step in steps) await PlayAsync(step);
            return true;
        }

        private Task PlayAsync(Step step)
        {
            var customer = step.Which < known.Count ? known[step.Which] : 9_000 + step.Which;
            var address = step.Which < knownAddresses.Count ? knownAddresses[step.Which] : (customer, "00000000-0000-4000-8000-000000000000");
            return step.Act switch
            {
                Act.CreateCustomer => CreateCustomerAsync(step.Name),
                Act.ReadCustomer => ExpectCustomerAsync("GET", customer, null, customers.GetValueOrDefault(customer)),
                Act.RenameCustomer => RenameAsync("PATCH", customer, step.Name),
                Act.ReplaceCustomer => RenameAsync("PUT", customer, step.Name),
                Act.DeleteCustomer => DeleteCustomerAsync(customer),
                Act.ListCustomers => ListAsync("/customers", customers.OrderBy(c => known.IndexOf(c.Key)).Select(c => c.Value)),
                Act.FilterCustomers =>
                    ListAsync($"/customers?name={Uri.EscapeDataString(step.Name)}",
                    customers.Where(c => step.Name.Length == 0 || c.Value == step.Name).OrderBy(c => known.IndexOf(c.Key)).Select(c => c.Value)),
                Act.CreateAddress => CreateAddressAsync(customer, step.Name),
                Act.ReadAddress => ReadAddressAsync(address),
                Act.DeleteAddress => DeleteAddressAsync(address),
                _ => ListAddressesAsync(customer),
            };
        }

        private async Task CreateCustomerAsync(string name)
        {
            var (status, body) = await SendAsync("POST", "/customers", NameOf(name));
            (status, (string?)body!["name"]).Should().Be((201, name));
            customers.Add((int)body["id"]!, name);
            known.Add((int)body["id"]!);
        }

        private async Task RenameAsync(string method, int customer, string name)
        {
            if (customers.ContainsKey(customer)) customers[customer] = name;
            await ExpectCustomerAsync(method, customer, NameOf(name), customers.GetValueOrDefault(customer));
        }

        private async Task DeleteCustomerAsync(int customer)
        {
            var (status, _) = await SendAsync("DELETE", $"/customers/{customer}", null);
            status.Should().Be(customers.Remove(customer) ? 204 : 404);
            foreach (var address in addresses.Keys.Where(a => a.Customer == customer).ToList()) addresses.Remove(address);
        }

        private async Task ExpectCustomerAsync(string method, int customer, string? json, string? name)
        {
            var (status, body) = await SendAsync(method, $"/customers/{customer}", json);
            status.Should().Be(name is null ? 404 : 200);
            if (name is not null) ((int)body!["id"]!, (string?)body["name"]).Should().Be((customer, name));
        }

        private async Task CreateAddressAsync(int customer, string city)
        {
            var (status, body) = await SendAsync("POST", $"/customers/{customer}/addresses", $$"""{"city":{{JsonSerializer.Serialize(city)}}}""");
            status.Should().Be(customers.ContainsKey(customer) ? 201 : 404);
            if (status != 201) return;
            addresses.Add((customer, (string)body!["id"]!), city);
            knownAddresses.Add((customer, (string)body["id"]!));
        }

        private async Task ReadAddressAsync((int Customer, string Id) address)
        {
            var (status, body) = await SendAsync("GET", $"/customers/{address.Customer}/addresses/{address.Id}", null);
            status.Should().Be(addresses.TryGetValue(address, out var city) ? 200 : 404);
            if (status == 200) ((string?)body!["city"]).Should().Be(city);
        }

        private async Task DeleteAddressAsync((int Customer, string Id) address)
        {
            var (status, _) = await SendAsync("DELETE", $"/customers/{address.Customer}/addresses/{address.Id}", null);
            status.Should().Be(addresses.Remove(address) ? 204 : 404);
        }

        private async Task ListAddressesAsync(int customer)
        {
            var (status, body) = await SendAsync("GET", $"/customers/{customer}/addresses", null);
            status.Should().Be(customers.ContainsKey(customer) ? 200 : 404);
            if (status != 200) return;
            var made = ((JsonArray)body!["data"]!).Where(a => knownAddresses.Contains((customer, (string)a!["id"]!))).Select(a => (string?)a!["city"]);
            made.Should().Equal(knownAddresses.Where(a => a.Customer == customer && addresses.ContainsKey(a)).Select(a => addresses[a]));
            ((int)body["total"]!).Should().Be(((JsonArray)body["data"]!).Count);
        }

        private async Task ListAsync(string path, IEnumerable<string> names)
        {
            var (status, body) = await SendAsync("GET", path, null);
            status.Should().Be(200);
            ((JsonArray)body!).Select(c => (string?)c!["name"]).Should().Equal(names);
        }

        private async Task<(int Status, JsonNode? Body)> SendAsync(string method, string url, string? json)
        {
            var body = json is null ? default : Encoding.UTF8.GetBytes(json);
            var request =
                new RecordedRequest { Method = method, Url = url, Headers = json is null ? [] : [new("Content-Type", "application/json")], Body = body };
            var reply = await engine.AnswerAsync(request);
            var operation = Validator.Match(method, url).Operation!;
            if (reply.Status < 400)
                Validator.ValidateResponse(operation,
                    new RecordedResponse { Status = reply.Status, Headers = reply.Headers, Body = reply.Body }).Findings.Where(f =>
                    f.Severity == FindingSeverity.Error).Should().BeEmpty($"{method} {url} answers as described");
            return (reply.Status, reply.Body.IsEmpty ? null : JsonNode.Parse(reply.Body.Span));
        }

        private static string NameOf(string name) => $$"""{"name":{{JsonSerializer.Serialize(name)}}}""";
    }
}
