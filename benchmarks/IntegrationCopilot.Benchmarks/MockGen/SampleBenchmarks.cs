using System.Text;
using BenchmarkDotNet.Attributes;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Benchmarks.MockGen;

/// <summary>Samples of a schema of medium size: an order with a customer, lines and an address, and one with a password policy.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class SampleBenchmarks
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Orders, version: "1" }
        paths: {}
        components:
          schemas:
            Order:
              type: object
              required: [id, number, status, customer, lines, total, created_at]
              properties:
                id: { type: string, format: uuid }
                number: { type: string, pattern: "^ORD-[0-9]{8}$" }
                status: { enum: [open, paid, shipped, closed] }
                currency: { type: string, minLength: 3, maxLength: 3 }
                total: { type: number, minimum: 0, multipleOf: 0.01 }
                created_at: { type: string, format: date-time }
                updated_at: { type: string, format: date-time }
                note: { type: [string, "null"], maxLength: 200 }
                customer: { $ref: "#/components/schemas/Customer" }
                shipping_address: { $ref: "#/components/schemas/Address" }
                lines: { type: array, minItems: 2, items: { $ref: "#/components/schemas/Line" } }
            Customer:
              type: object
              required: [id, email]
              properties: { id: { type: string, format: uuid }, email: { type: string, format: email }, first_name: { type: string }, last_name: { type: string }, phone: { type: string } }
            Address:
              type: object
              properties: { street: { type: string }, city: { type: string }, postal_code: { type: string }, country: { type: string, minLength: 2, maxLength: 2 } }
            Line:
              type: object
              required: [sku, quantity, price]
              properties: { sku: { type: string }, quantity: { type: integer, minimum: 1, maximum: 100 }, price: { type: number }, title: { type: string } }
            Account:
              type: object
              required: [name, password]
              properties: { name: { type: string }, password: { type: string, pattern: "^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d).{8,}$" } }
        """;

    private readonly SampleGenerator samples;
    private readonly RawNode order;
    private readonly RawNode account;
    private int variation;

    public SampleBenchmarks()
    {
        var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(Document), "orders.yaml").Spec!;
        samples = new SampleGenerator(spec);
        order = spec.Document.Find("/components/schemas/Order");
        account = spec.Document.Find("/components/schemas/Account");
    }

    [Benchmark]
    public int MediumSchema() => samples.Make(order, MessageDirection.Response, variation: variation++ & 0xFFFF).Json.Length;

    [Benchmark]
    public int PasswordPolicy() => samples.Make(account, MessageDirection.Response, variation: variation++ & 0xFFFF).Json.Length;
}
