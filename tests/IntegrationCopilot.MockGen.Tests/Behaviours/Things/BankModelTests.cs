using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>
/// Any sequence of requests on several resources, by one client or by several at once: the mock answers as plain lists say, and every answer conforms to its
/// document.
/// </summary>
public sealed class BankModelTests
{
    private const int Clients = 6;
    private static readonly SpecEngine.ApiSpec Spec = Described.Read(Bank.Yaml);

    private static readonly Gen<BankStep> Steps =
        from act in Gen.Elements(Enum.GetValues<BankAct>())
        from which in Gen.Choose(0, 6)
        from word in Gen.Elements("Ada", "ada", "Grace", "Edsger", "", "10", "9", "5x", "100", "Zoë \"Z\" \\ 😀")
        from number in Gen.Choose(0, 30)
        select new BankStep(act, which, word, number);

    [Property(MaxTest = 200)]
    public Property AnswerAsync_OneClient_AgreesWithPlainLists() =>
        Prop.ForAll(Gen.ArrayOf(Steps).ToArbitrary(), steps => PlayAsync([steps]).GetAwaiter().GetResult());

    [Property(MaxTest = 30)]
    public Property AnswerAsync_ClientsAtOnce_EachAgreesWithItsOwnLists() =>
        Prop.ForAll(Gen.ArrayOf(Gen.ArrayOf(Steps), Clients).ToArbitrary(), clients => PlayAsync(clients).GetAwaiter().GetResult());

    private static async Task<bool> PlayAsync(BankStep[][] clients)
    {
        await using var engine = new MockEngine(Spec);
        await ForgetSeedsAsync(engine);
        List<BankModel> models = [.. clients.Select((_, i) => new BankModel(engine, $"c{i}", clients.Length == 1))];
        await Task.WhenAll(clients.Select((steps, i) => Task.Run(async () =>
        {
            foreach (var step in steps) await models[i].PlayAsync(step);
        })));
        (await ListAsync(engine)).Should().BeEquivalentTo(models.SelectMany(m => m.Accounts), "nothing is lost or left over, whoever made it");
        return true;
    }

    /// <summary>What the document shows is no part of the model.</summary>
    private static async Task ForgetSeedsAsync(MockEngine engine)
    {
        foreach (var id in await ListAsync(engine)) await engine.AnswerAsync(new RecordedRequest { Method = "DELETE", Url = $"/accounts/{id}" });
    }

    private static async Task<List<string>> ListAsync(MockEngine engine)
    {
        var found = new List<string>();
        while (true)
        {
            var reply = await engine.AnswerAsync(new RecordedRequest { Method = "GET", Url = $"/accounts?limit=100&offset={found.Count}" });
            var body = JsonNode.Parse(Encoding.UTF8.GetString(reply.Body.Span))!;
            found.AddRange(((JsonArray)body["data"]!).Select(a => (string)a!["id"]!));
            if (!(bool)body["has_more"]!) return found;
        }
    }
}
