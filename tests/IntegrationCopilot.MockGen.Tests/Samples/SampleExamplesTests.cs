using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>The examples of blueprints conform to their schemas, or the blueprint says why there is none.</summary>
public sealed class SampleExamplesTests(ITestOutputHelper output)
{
    private sealed record Described(string Place, ApiMediaType Media, MessageDirection Direction, BlueprintBody Body);

    private sealed record Tally(int Documents, int Shown, int Cut, IReadOnlyList<string> Wrong, IReadOnlyList<string> Silent, IReadOnlyList<string> None)
    {
        public int Asked => Shown + Cut + Silent.Count + None.Count;
    }

    /// <summary>All documents of one folder, and every twentieth of the other.</summary>
    [Fact]
    public async Task FromSpec_RealDocuments_ExamplesConform() => Report([await Count(CorpusDocuments.Specs()), await Count(CorpusDocuments.Guru(every: 20))]);

    [Fact]
    public async Task FromSpec_TheSample_HasAnExampleOfEveryJsonBody()
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml"),
            cancellationToken: TestContext.Current.CancellationToken)).Spec!;
        var bodies = Bodies("payments", spec).ToList();
        bodies.Should().HaveCountGreaterThan(10).And.OnlyContain(body => body.Body.Example != null && body.Body.WhyNoExample == null);
    }

    [Theory]
    [InlineData("{ type: object, required: [a], properties: { a: { type: string, pattern: '^[2-9A-HJ-NP-Z]{13}$' } } }", true)]
    [InlineData("{ type: object, required: [a], properties: { a: { type: integer, minimum: 9, maximum: 3 } } }", false)]
    public void FromSpec_Schema_HasAnExampleOrAReason(string schema, bool has)
    {
        var body = Blueprint.FromSpec(Spec(schema), examples: new SampleExamples(Spec(schema))).Groups[0].Endpoints[0].Request!;
        (body.Example is not null, body.WhyNoExample is null).Should().Be((has, has));
        if (!has) Blueprint.FromSpec(Spec(schema), examples: new SampleExamples(Spec(schema))).ToMarkdown().Should().Contain("There is no example: ");
    }

    [Fact]
    public void FromSpec_ExampleThatBreaksItsSchema_IsNotShown()
    {
        var spec = Spec("{ type: object, required: [a], properties: { a: { type: integer } }, example: { a: text } }");
        Blueprint.FromSpec(spec).Groups[0].Endpoints[0].Request!.Example!.Text.Should()
            .Contain("text", "without a provider the document's own example is shown as it stands");
        Blueprint.FromSpec(spec, examples: new SampleExamples(spec)).Groups[0].Endpoints[0].Request!.Example!.Text.Should().NotContain("text");
    }

    [Fact]
    public void FromSpec_ReadOnlyField_IsReceivedAndNotSent()
    {
        var spec = Spec("{ type: object, properties: { id: { type: string, readOnly: true }, a: { type: string } } }");
        var endpoint = Blueprint.FromSpec(spec, examples: new SampleExamples(spec)).Groups[0].Endpoints[0];
        endpoint.Request!.Example!.Text.Should().NotContain("\"id\"");
        endpoint.Answers[0].Body!.Example!.Text.Should().Contain("\"id\"");
    }

    private static ApiSpec Spec(string schema) => ApiSpecReader.Read(Encoding.UTF8.GetBytes($$"""
        openapi: 3.1.0
        info: { title: T, version: "1" }
        paths:
          /things:
            post:
              requestBody: { content: { application/json: { schema: {{schema}} } } }
              responses: { '200': { description: ok, content: { application/json: { schema: {{schema}} } } } }
        """), "test.yaml").Spec!;

    private void Report(IReadOnlyList<Tally> tallies)
    {
        foreach (var tally in tallies) Print(tally);
        var asked = tallies.Sum(tally => tally.Asked);
        asked.Should().BeGreaterThan(5_000);
        tallies.SelectMany(tally => tally.Wrong).Should().BeEmpty();
        tallies.SelectMany(tally => tally.Silent).Should().BeEmpty();
        ((double)tallies.Sum(tally => tally.Shown + tally.Cut) / asked).Should().BeGreaterThanOrEqualTo(0.995);
    }

    private void Print(Tally tally)
    {
        output.WriteLine(
            $"{tally.Documents} documents, {tally.Asked} JSON bodies: {tally.Shown} examples whole, {tally.Cut} cut, {tally.None.Count} with a reason for none; {tally.Wrong.Count} break their schema, {tally.Silent.Count} without example or reason");
        foreach (var line in tally.None.Take(40)) output.WriteLine(line);
    }

    private static async Task<Tally> Count(IAsyncEnumerable<(string Name, ApiSpec Spec)> documents)
    {
        var (seen, shown, cut) = (0, 0, 0);
        List<string> wrong = [], silent = [], none = [];
        await foreach (var (name, spec) in documents)
        {
            seen++;
            var schemas = new SchemaSet(spec);
            foreach (var described in Bodies(name, spec))
            {
                if (described.Body.WhyNoExample is { } why) none.Add($"{described.Place}: {why}");
                else if (described.Body.Example is not { } example) silent.Add(described.Place);
                else if (example.Text.EndsWith("\n…", StringComparison.Ordinal)) cut++;
                else if (IsValid(schemas, described, example.Text)) shown++;
                else wrong.Add($"{described.Place}: {example.Text}");
            }
        }
        return new Tally(seen, shown, cut, wrong, silent, none);
    }

    private static bool IsValid(SchemaSet schemas, Described described, string text)
    {
        using var document = JsonDocument.Parse(text);
        return schemas.For(described.Media.Schema, described.Direction).IsValid(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The JSON bodies with a schema that a blueprint shows, beside what the document says of them.</summary>
    private static IEnumerable<Described> Bodies(string name, ApiSpec spec)
    {
        var blueprint = Blueprint.FromSpec(spec, examples: new SampleExamples(spec));
        foreach (var (operation, endpoint) in spec.Groups.SelectMany(group => group.Operations).Zip(blueprint.Groups.SelectMany(group => group.Endpoints)))
        {
            if (endpoint.Request is { } request && Of(operation.RequestBody!.Content, request, $"{name} {operation.Id}", MessageDirection.Request) is { } sent)
                yield return sent;
            foreach (var answer in endpoint.Answers)
                if (answer.Body is { } body && operation.Responses.First(response => response.Status == answer.Status).Content is { } content
                    && Of(content, body, $"{name} {operation.Id} {answer.Status}", MessageDirection.Response) is { } received)
                    yield return received;
        }
    }

    private static Described? Of(IReadOnlyList<ApiMediaType> content, BlueprintBody body, string place, MessageDirection direction)
    {
        var media = content.First(media => media.Name == body.MediaType);
        return media.IsJson && media.Schema.IsDefined ? new Described(place, media, direction, body) : null;
    }
}
