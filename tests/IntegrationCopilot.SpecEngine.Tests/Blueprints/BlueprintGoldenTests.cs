using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>
/// Blueprints that must not change unnoticed: the sample's in full; of documents that are not ours, counts and hashes a person can review. Set UPDATE_GOLDENS=1
/// to rewrite them.
/// </summary>
public sealed class BlueprintGoldenTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };
    private static string Folder { get; } = Path.Combine(SharedData.RepositoryRoot, "tests", "goldens", "blueprints");

    [Fact]
    public async Task ToMarkdownAndToJson_TheSample_AreTheGoldenFiles()
    {
        var path = Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml");
        var read = ApiSpecReader.Read(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), "payments.openapi.yaml");
        var blueprint = Blueprint.FromSpec(read.Spec!);
        await Compare("payments.md", blueprint.ToMarkdown());
        await Compare("payments.json", blueprint.ToJson() + "\n");
    }

    [Theory]
    [InlineData("adyen-checkout-v72.yaml")]
    [InlineData("lithic.yml")]
    [InlineData("paypal-payments-payment-v2.json")]
    [InlineData("readme-train-travel-3.1.json")]
    [InlineData("slack-web-v2.json")]
    [InlineData("square-api.json")]
    [InlineData("twilio-verify-v2.json")]
    [InlineData("xero-bankfeeds.yaml")]
    public async Task FromSpec_RealDocument_HasTheGoldenDigest(string file)
    {
        var bytes = await File.ReadAllBytesAsync(SharedData.Require("specs", file), TestContext.Current.CancellationToken);
        var blueprint = Blueprint.FromSpec(ApiSpecReader.Read(bytes, file).Spec!);
        await Compare(file + ".digest.json", JsonSerializer.Serialize(Digest(blueprint), Indented) + "\n");
    }

    private static object Digest(Blueprint blueprint) => new
    {
        markdown = Hash(blueprint.ToMarkdown()),
        authentication = blueprint.Authentication.Select(a => $"{a.Kind}: {a.Operations} operations, {a.Steps.Count} steps"),
        practices = blueprint.Practices.Select(p => $"{p.Capability}: {p.Operations.Count} operations"),
        checklist = blueprint.Checklist.Select(t => t.Id),
        groups = blueprint.Groups.Select(g => new { g.Name, endpoints = g.Endpoints.Select(Line) }),
        webhooks = blueprint.Webhooks.Select(Line),
    };

    private static string Line(BlueprintEndpoint e) =>
        $"{e.Operation}: {e.Parameters.Count} parameters, {e.Request?.Fields.Count ?? 0} fields to send, answers {string.Join(' ', e.Answers.Select(a => $"{a.Status}({a.Body?.Fields.Count ?? 0})"))}, errors {string.Join(' ', e.Errors.Select(x => x.Status))}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private static async Task Compare(string name, string actual)
    {
        var path = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1") await File.WriteAllTextAsync(path, actual);
        var expected = File.Exists(path) ? (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n") : "";
        actual.Should().Be(expected, "it is what {0} holds; when the change is meant, run with UPDATE_GOLDENS=1 and review the difference", name);
    }
}
