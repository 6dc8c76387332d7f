using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace IntegrationCopilot.Samples;

/// <summary>The code of docs/articles/specengine.md.</summary>
public sealed class SpecEngineSamples
{
    private static readonly string Path = System.IO.Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml");

    private static async Task<ApiSpec> SpecAsync() => (await ApiSpecReader.ReadFileAsync(Path)).Spec!;

    [Fact]
    public async Task Read()
    {
        var path = Path;
        #region read
        SpecReadResult read = await ApiSpecReader.ReadFileAsync(path);
        foreach (var problem in read.Problems)
            Console.WriteLine($"{problem.Location}: {problem.Severity}: {problem.Message} [{problem.Id}]");

        if (read.Spec is not { } spec) return; // no OpenAPI at all; the problems say why
        Console.WriteLine($"{spec.Title} {spec.Version}, OpenAPI {spec.OpenApiVersion}, {spec.Operations.Count} operations");
        #endregion
        spec.Title.Should().Be("Example Payments API");
    }

    [Fact]
    public async Task Operations()
    {
        var spec = await SpecAsync();
        #region operations
        foreach (var group in spec.Groups)
            foreach (var operation in group.Operations)
                Console.WriteLine($"{group.Name}: {operation.Id} answers {string.Join(", ", operation.Responses.Select(r => r.Status))}");

        ApiOperation create = spec.FindOperation("POST", "/payments")!;
        bool needsKey = create.Parameters.Any(p => p is { Place: ParameterPlace.Header, Name: "Idempotency-Key", Required: true });
        #endregion
        needsKey.Should().BeTrue();
    }

    [Fact]
    public async Task Nodes()
    {
        var spec = await SpecAsync();
        var create = spec.FindOperation("POST", "/payments")!;
        #region nodes
        RawNode body = spec.Resolve(create.RequestBody!.Content[0].Schema);
        RawNode amount = spec.Resolve(body["properties"]["amount"]);
        Console.WriteLine($"{amount.Location}: at most {amount["maximum"].GetInt64()}");
        RawNode nothing = amount["no"]["such"]["member"]; // nothing.IsDefined is false
        #endregion
        amount["maximum"].GetInt64().Should().Be(99_999_999);
        nothing.IsDefined.Should().BeFalse();
    }

    [Fact]
    public void Changes()
    {
        var old = ReadText("""{ "openapi": "3.1.0", "info": { "title": "Pets", "version": "1" }, "paths": { "/pets": {} } }""");
        var @new = ReadText("""{ "openapi": "3.1.0", "info": { "title": "Pets", "version": "2" }, "paths": {} }""");
        #region changes
        foreach (ApiChange change in ApiComparison.Compare(old, @new))
            if (change.Kind == ChangeKind.Breaking) Console.WriteLine($"{change.New ?? change.Old}: {change.Rule.Id}: {change.Message}");
        #endregion
        ApiComparison.Compare(old, @new).Select(c => c.Rule.Id).Should().Equal("documentation-changed", "path-removed");

        static ApiSpec ReadText(string json) => ApiSpecReader.Read(System.Text.Encoding.UTF8.GetBytes(json), "pets.json").Spec!;
    }

    [Fact]
    public async Task Capabilities()
    {
        var spec = await SpecAsync();
        #region capabilities
        foreach (var capability in spec.Capabilities.Where(c => c.Detected))
        {
            var evidence = capability.Evidence[0];
            Console.WriteLine($"{capability.Id} {string.Join(", ", capability.Kinds)}: {evidence.Fact} at {evidence.Location}");
        }

        foreach (var operation in spec.Operations)
            foreach (var page in operation.Facts.OfType<PaginationFact>())
                Console.WriteLine($"{operation.Id}: {page.Style} by {page.Position?.Name}, next {page.NextCursor?.Pointer}, items {page.Items}");
        #endregion
        spec.Capabilities.Should().OnlyContain(c => c.Detected);
    }

    [Fact]
    public async Task Profiles()
    {
        var spec = await SpecAsync();
        #region profiles
        byte[] file = """{ "groups": { "*": { "timeout": "NA" }, "payments": { "idempotency": "REQUIRED" } } }"""u8.ToArray();
        TestProfileReadResult result = TestProfile.Read(file, "profile.json", spec); // its settings over the defaults of this API
        TestProfile profile = result.Profile!;

        ProfileSummary summary = profile.Summarize();
        Console.WriteLine(summary);
        foreach (var row in summary.Rows) Console.WriteLine(row.Decision.Reason);
        foreach (var warning in summary.Warnings) Console.WriteLine(warning);

        await File.WriteAllTextAsync(System.IO.Path.GetTempFileName(), profile.ToJson());
        #endregion
        result.Problems.Should().BeEmpty();
        profile.SettingOf("payments", TestCategoryIds.Idempotency).Should().Be(TestSetting.Required);
    }

    [Fact]
    public async Task Blueprints()
    {
        var spec = await SpecAsync();
        #region blueprints
        Blueprint blueprint = Blueprint.FromSpec(spec,
        [
            new BlueprintAnnotation(AnnotationType.Field, AnnotationSeverity.Warning, "Yen have no minor unit.")
            {
                Path = "/payments", Method = "POST", Field = "amount", Condition = "currency is JPY",
            },
        ], new SampleExamples(spec)); // without it only examples that the document gives are shown
        string markdown = blueprint.ToMarkdown();
        string json = blueprint.ToJson(); // Blueprint.FromJson reads it again
        #endregion
        markdown.Should().Contain("Yen have no minor unit.");
        Blueprint.FromJson(json).ToMarkdown().Should().Be(markdown);
    }

    [Fact]
    public void Uploads()
    {
        var uploaded = Encoding.UTF8.GetBytes("openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: { /things: { $ref: 'things.yaml' } }\n");
        var files = new Dictionary<string, ReadOnlyMemory<byte>> { ["things.yaml"] = "get: { responses: { '200': { description: All } } }"u8.ToArray() };
        var cancellationToken = TestContext.Current.CancellationToken;
        #region uploads
        var options = new SpecReadOptions
        {
            Limits = new ReadLimits { MaxDocumentBytes = 5 * 1024 * 1024, MaxDocuments = 100 },
            Source = name => files.TryGetValue(name, out var bytes) ? bytes : null, // the only way to another document
        };
        SpecReadResult read = ApiSpecReader.Read(uploaded, "upload.yaml", options, cancellationToken);
        #endregion
        read.Spec!.Operations.Should().ContainSingle();
    }

    [Fact]
    public async Task MicrosoftOpenApi()
    {
        var spec = await SpecAsync();
        #region microsoft-openapi
        OpenApiDocumentResult result = spec.ToOpenApiDocument();
        foreach (var problem in result.Problems) Console.WriteLine(problem.Message); // what the other model cannot hold
        OpenApiDocument? document = result.Document;
        #endregion
        document!.Paths.Should().ContainKey("/payments");
    }

    [Fact]
    public void Services()
    {
        var services = new ServiceCollection();
        #region services
        services.AddSpecEngine(new SpecReadOptions { Limits = new ReadLimits { MaxDocumentBytes = 5 * 1024 * 1024 } });
        services.AddSingleton<Importer>();
        #endregion
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<Importer>().Import("openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n"u8.ToArray(), "t.yaml").Should().Be("T");
    }

    #region importer
    private sealed class Importer(SpecReader reader)
    {
        public string Import(byte[] upload, string name) =>
            reader.Read(upload, name) is { Spec: { } spec, HasErrors: false } ? spec.Title : throw new FormatException("This is no usable description.");
    }
    #endregion
}
