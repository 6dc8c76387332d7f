using System.Text.Json.Nodes;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Everything that one would try by hand on the freight API, in one order, knowing nothing of the suite.</summary>
internal sealed class FreightProbe(Conversation talk)
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";
    private int keys;
    private string? customer;

    public static async Task<string> RunAsync(FreightApi api)
    {
        using var client = api.CreateClient();
        var talk = new Conversation(client, Gate.Header, Gate.FirstKey);
        var probe = new FreightProbe(talk);
        await probe.CustomersAsync();
        await probe.WrongCustomersAsync();
        await probe.OrdersAsync();
        await probe.WrongOrdersAsync();
        await probe.ListsAsync();
        await probe.KeysAsync();
        await probe.DocumentsAndExportsAsync();
        await probe.CredentialsAsync();
        await probe.MethodsAsync();
        return talk.Written;
    }

    private async Task CustomersAsync()
    {
        var made = await talk.AskAsync("POST", "customers", Customer("ada@probe.example"));
        await talk.AskAsync("POST", "customers", Customer("ada@probe.example"));
        var path = $"customers/{Id(made)}";
        await talk.AskAsync("GET", path);
        await talk.AskAsync("GET", "customers?limit=50");
        await talk.AskAsync("GET", "customers?segment=retail&offset=1&limit=2");
        await talk.AskAsync("PUT", path, Customer("ada2@probe.example"));
        await talk.AskAsync("GET", path);
        await talk.AskAsync("DELETE", path);
        await talk.AskAsync("GET", path);
        await talk.AskAsync("GET", $"customers/{Nobody}");
        await talk.AskAsync("GET", "customers/no-id");
        await talk.AskAsync("GET", "customers?limit=0");
        await talk.AskAsync("GET", "customers?limit=51");
        await talk.AskAsync("GET", "customers?limit=many");
        await talk.AskAsync("GET", "customers?segment=nobody");
    }

    private async Task WrongCustomersAsync()
    {
        var right = Customer("bob@probe.example");
        foreach (var (field, value) in (IEnumerable<(string, string)>)[("name", "null"), ("name", "7"), ("name", "\"x\""), ("name",
            $"\"{new string('n', 61)}\""),
            ("email", "\"nobody\""), ("phone", "\"12\""), ("segment", "\"vip\""), ("surprise", "1"), ("points", "999"), ("portalPassword", "\"short\"")])
        {
            var body = JsonNode.Parse(right)!.AsObject();
            body[field] = JsonNode.Parse(value);
            body["email"] = field == "email" ? body["email"]!.DeepClone() : $"bob{keys++}@probe.example";
            await talk.AskAsync("POST", "customers", body.ToJsonString());
        }

        await talk.AskAsync("POST", "customers", """{ "name": "Bob", "segment": "retail" }""");
        await talk.AskAsync("POST", "customers", """{ "name": "Bob", "name": "Rob", "email": "rob@probe.example", "segment": "retail" }""");
        await talk.AskAsync("POST", "customers", """{ "name": "Bob", "email": "cut@probe.example", "segment": "retail" """);
        await talk.AskAsync("POST", "customers", "{ nonsense");
        await talk.AskAsync("POST", "customers", "[]");
        await talk.AskAsync("POST", "customers", "");
        await talk.AskAsync("POST", "customers");
        await talk.AskAsync("POST", "customers", Customer("text@probe.example"), ("Content-Type", "text/plain"));
        await talk.AskAsync("POST", "customers", Customer("untyped@probe.example"), ("Content-Type", null));
    }

    private async Task OrdersAsync()
    {
        var made = await talk.AskAsync("POST", "orders", await OrderAsync(), Key());
        var path = $"orders/{Id(made)}";
        await talk.AskAsync("GET", path);
        await talk.AskAsync("GET", path, null, ("If-None-Match", "\"v1\""));
        await talk.AskAsync("HEAD", path);
        await talk.AskAsync("PATCH", path, """{ "note": "With care." }""", Merge());
        await talk.AskAsync("PATCH", path, """{ "tags": ["cold"], "weightGrams": 800 }""", Merge(), ("If-Match", "\"v2\""));
        await talk.AskAsync("PATCH", path, """{ "weightGrams": 801 }""", Merge(), ("If-Match", "\"v2\""));
        await talk.AskAsync("GET", path);
        await talk.AskAsync("PATCH", path, """{ "note": null }""", Merge());
        await talk.AskAsync("GET", path);
        await talk.AskAsync("PUT", path, await OrderAsync(), ("If-Match", "\"v1\""));
        await talk.AskAsync("PUT", path, await OrderAsync());
        await talk.AskAsync("GET", path);
        await ItemsAsync(path);
        await talk.AskAsync("POST", $"{path}/cancel");
        await talk.AskAsync("POST", $"{path}/cancel");
        await talk.AskAsync("POST", $"orders/{Nobody}/cancel");
        await talk.AskAsync("DELETE", path);
        await talk.AskAsync("GET", path);
        await talk.AskAsync("GET", $"orders/{Nobody}");
    }

    private async Task ItemsAsync(string order)
    {
        var item = await talk.AskAsync("POST", $"{order}/items", """{ "sku": "PAL-0002", "quantity": 3, "unitPriceCents": 10 }""");
        await talk.AskAsync("GET", $"{order}/items");
        await talk.AskAsync("GET", $"{order}/items/{Id(item)}");
        await talk.AskAsync("GET", $"orders/{Nobody}/items");
        await talk.AskAsync("GET", $"orders/{Nobody}/items/{Id(item)}");
        await talk.AskAsync("DELETE", $"{order}/items/{Id(item)}");
    }

    private async Task WrongOrdersAsync()
    {
        foreach (var (field, value) in (IEnumerable<(string, string)>)[("customerId", "\"x\""), ("customerId", $"\"{Nobody}\""), ("weightGrams", "0"),
            ("weightGrams", "30001"),
            ("weightGrams", "\"12\""), ("currency", "\"xxx\""), ("items", "[]"), ("tags", """["a", "a"]"""), ("note", "7"), ("deliverOn", "\"tomorrow\"")])
        {
            var body = JsonNode.Parse(await OrderAsync())!.AsObject();
            body[field] = JsonNode.Parse(value);
            await talk.AskAsync("POST", "orders", body.ToJsonString(), Key());
        }

        await talk.AskAsync("POST", "orders", (await OrderAsync()).Replace("BOX-0001", "box", StringComparison.Ordinal), Key());
        await talk.AskAsync("POST", "orders", (await OrderAsync()).Replace("\"quantity\":2", "\"quantity\":-2", StringComparison.Ordinal), Key());
        await talk.AskAsync("POST", "orders", await OrderAsync());
        await talk.AskAsync("POST", "orders", await OrderAsync(), ("Idempotency-Key", new string('k', 65)));
    }

    private async Task ListsAsync()
    {
        for (var (cursor, pages) = ((string?)"", 0); cursor is not null && pages < 12; pages++)
            cursor = (await talk.AskAsync("GET", $"orders?limit=4{(cursor.Length == 0 ? "" : $"&cursor={cursor}")}"))?["nextCursor"]?.GetValue<string>();
        await talk.AskAsync("GET", "orders?status=cancelled&limit=50");
        await talk.AskAsync("GET", "orders?sort=weightGrams&limit=3");
        await talk.AskAsync("GET", "orders?sort=colour");
        await talk.AskAsync("GET", "orders?cursor=nowhere");
    }

    private async Task KeysAsync()
    {
        var (body, key) = (await OrderAsync(), Key());
        await talk.AskAsync("POST", "orders", body, key);
        await talk.AskAsync("POST", "orders", body, key);
        await talk.AskAsync("POST", "orders", body.Replace("\"weightGrams\":500", "\"weightGrams\":501", StringComparison.Ordinal), key);
        var (other, at) = (await OrderAsync(), Key());
        await Task.WhenAll(talk.AskAsync("POST", "orders", other, at), talk.AskAsync("POST", "orders", other, at));
    }

    private async Task DocumentsAndExportsAsync()
    {
        var made = await talk.UploadAsync("Waybill", "waybill", "content");
        await talk.UploadAsync("Waybill", "waybill", null);
        await talk.UploadAsync("", "waybill", "content");
        await talk.UploadAsync("Waybill", "poem", "content");
        await talk.AskAsync("POST", "documents", "{}");
        await talk.AskAsync("GET", "documents");
        await talk.AskAsync("GET", $"documents/{Id(made)}");
        await talk.AskAsync("GET", $"documents/{Id(made)}/content");
        await talk.AskAsync("DELETE", $"documents/{Id(made)}");
        await talk.AskAsync("DELETE", $"documents/{Nobody}");
        var export = await talk.AskAsync("POST", "exports", """{ "format": "csv" }""");
        await talk.AskAsync("GET", $"exports/{Id(export)}");
    }

    private async Task CredentialsAsync()
    {
        foreach (var key in (IEnumerable<string?>)[null, "", "short", "fk_live_0000000000000000"])
        {
            await talk.AskAsync("GET", "customers?limit=1", null, (Gate.Header, key));
            await talk.AskAsync("GET", "documents", null, (Gate.Header, key));
        }

        var order = Id((await talk.AskAsync("GET", "orders?limit=1"))?["data"]?[0]);
        await talk.AskAsync("GET", $"orders/{order}", null, (Gate.Header, Gate.SecondKey));
        await talk.AskAsync("GET", "health", null, (Gate.Header, null));
    }

    private async Task MethodsAsync()
    {
        await talk.AskAsync("PATCH", "customers", "{}");
        await talk.AskAsync("OPTIONS", "customers");
        await talk.AskAsync("GET", "nothing");
        await talk.AskAsync("GET", "customers?limit=1", null, ("Accept", "application/xml"));
        await talk.AskAsync("GET", "customers?limit=1", null, ("Accept", "text/html, */*;q=0.1"));
    }

    private (string, string?) Key() => ("Idempotency-Key", $"probe-{keys++}");

    private static (string, string?) Merge() => ("Content-Type", "application/merge-patch+json");

    private static string Id(JsonNode? answer) => answer?["id"]?.GetValue<string>() ?? Nobody;

    private static string Customer(string email) =>
        $$"""
        {"name":"Ada","email":"{{email}}","phone":"+4930123456","segment":"retail","portalPassword":"correct horse",
        "address":{"street":"Am Kai 1","city":"Bremen","country":"DE"} }
        """;

    private async Task<string> OrderAsync()
    {
        customer ??= Id((await talk.AskAsync("GET", "customers?limit=1"))?["items"]?[0]);
        return $$"""{"customerId":"{{customer}}","currency":"eur","weightGrams":500,"items":[{"sku":"BOX-0001","quantity":2,"unitPriceCents":1250}]}""";
    }
}
