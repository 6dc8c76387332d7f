namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class BlueprintTests
{
    private static ApiSpec Hostile(string description) => Texts.Spec($$"""
        openapi: 3.1.0
        info: { title: "T | <script>", version: "1" }
        paths:
          /things|<b>/{id}:
            get:
              summary: {{System.Text.Json.JsonSerializer.Serialize(description)}}
              parameters: [{ name: "a|`b", in: query, description: {{System.Text.Json.JsonSerializer.Serialize(description)}} }]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Node' } } } } }
        components:
          schemas:
            Node: { type: object, required: [id], properties: { id: { type: string, maxLength: 9 }, secret: { type: string, writeOnly: true }, next: { $ref: '#/components/schemas/Node' }, children: { type: array, items: { $ref: '#/components/schemas/Node' } } } }
        """);

    [Fact]
    public async Task FromSpec_TheSample_SaysWhatToBuild()
    {
        var blueprint = Blueprint.FromSpec(await Specs.SampleAsync());
        blueprint.Authentication.Select(a => a.Kind).Should().Equal("oauth2", "api-key");
        blueprint.Practices.Select(p => p.Capability).Should().Contain([CapabilityIds.Idempotency, CapabilityIds.Pagination, CapabilityIds.Webhooks]);
        blueprint.Checklist.Select(t => t.Phase).Distinct().Should().Equal("Discovery", "Build", "Sandbox", "UAT", "Certification", "Live");
        var create = blueprint.Groups[0].Endpoints[0];
        create.Purpose.Should().Be("Take a payment");
        create.Request!.Fields.Should().Contain(f => f.Name == "amount" && f.Required && f.Type.StartsWith("integer", StringComparison.Ordinal));
        create.Request.Example.Should().Match<BlueprintExample>(e => !e.Invented && e.Text.Contains("1250"));
        create.Errors.Single(e => e.Status == "503").Action.Should().Contain("same idempotency key");
        create.Authentication.Should().Equal("oauth2 (payments:write)", "apiKey");
        blueprint.Webhooks.Should().NotBeEmpty();
    }

    [Fact]
    public async Task ToJson_AnyBlueprint_ReadsBackEqual()
    {
        var blueprint = Blueprint.FromSpec(await Specs.SampleAsync(), [new(AnnotationType.Auth, AnnotationSeverity.Critical, "Ask for **scope**.")]);
        Blueprint.FromJson(blueprint.ToJson()).Should().BeEquivalentTo(blueprint, options => options.WithStrictOrdering());
        Blueprint.FromJson(blueprint.ToJson()).ToMarkdown().Should().Be(blueprint.ToMarkdown());
        Blueprint.TryFromJson(blueprint.ToJson(), out var again, out _).Should().BeTrue();
        again!.ToMarkdown().Should().Be(blueprint.ToMarkdown());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{\"title\":1}")]
    public void TryFromJson_NoBlueprint_TellsWhatIsWrong(string json)
    {
        Blueprint.TryFromJson(json, out var blueprint, out var problem).Should().BeFalse();
        blueprint.Should().BeNull();
        problem.Should().NotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("a | b\n| c | d |")]
    [InlineData("<script>alert(1)</script> & <img src=x onerror=y>")]
    [InlineData("```\nfence\n# Head\n[x](javascript:alert(1))")]
    [InlineData("a &lt;script&gt; b")]
    public void ToMarkdown_HostileText_NeitherBreaksTablesNorBringsHtml(string description)
    {
        var markdown = Blueprint.FromSpec(Hostile(description)).ToMarkdown();
        System.Text.RegularExpressions.Regex.Matches(markdown, "<[A-Za-z!/][^>]*>").Select(m => m.Value)
            .Should().OnlyContain(tag => tag.StartsWith("<a id=", StringComparison.Ordinal) || tag == "</a>" || tag == "<b>");
        markdown.Should().NotMatchRegex(@"(?<!\\)\]\(javascript:");
        foreach (var table in markdown.Split("\n\n").Where(b => b.StartsWith("| ", StringComparison.Ordinal)))
            table.TrimEnd().Split('\n').Select(Cells).Distinct().Should().ContainSingle(table);
    }

    [Fact]
    public void FromSpec_RecursiveSchema_EndsAndSaysThatThereIsMore()
    {
        var body = Blueprint.FromSpec(Hostile("x")).Groups[0].Endpoints[0].Answers[0].Body!;
        body.Fields.Select(f => f.Name).Should().Equal("id", "next", "children");
        body.Cut.Should().BeTrue();
        body.Fields[0].Constraints.Should().Equal("at most 9 characters");
        (body.Example, body.WhyNoExample).Should().Be((null, null), "nobody was asked for one");
    }

    [Fact]
    public async Task FromSpec_Annotations_StandWhereTheyBelong()
    {
        var blueprint = Blueprint.FromSpec(await Specs.SampleAsync(),
        [
            new(AnnotationType.Field, AnnotationSeverity.Warning, "In minor units.") { Path = "/payments", Method = "post", Field = "amount",
                Condition = "JPY" },
            new(AnnotationType.Error, AnnotationSeverity.Info, "Often seen.") { Path = "/payments" },
            new(AnnotationType.Auth, AnnotationSeverity.Critical, "Elevated scope.") ,
            new(AnnotationType.Warning, AnnotationSeverity.Info, "Gone.") { Path = "/no-such", Method = "get" },
            new(AnnotationType.Field, AnnotationSeverity.Info, "Lost.") { Path = "/payments", Method = "POST", Field = "no_such_field" },
        ]);
        var create = blueprint.Groups[0].Endpoints[0];
        create.Request!.Fields.Single(f => f.Name == "amount").Notes.Should().ContainSingle().Which.Condition.Should().Be("JPY");
        create.Notes.Select(n => n.Message).Should().Equal("Often seen.", "Lost.");
        create.Notes[1].Place.Should().Be("field no_such_field");
        blueprint.Authentication[0].Notes.Should().ContainSingle().Which.Message.Should().Be("Elevated scope.");
        blueprint.Notes.Should().ContainSingle().Which.Place.Should().Be("GET /no-such");
        blueprint.ToMarkdown().Should().Contain("> [!CAUTION]\n> Elevated scope.").And.Contain("> [!WARNING]\n> When JPY: In minor units.");
    }

    /// <summary>Cells of a row: pipes that are not escaped, less one.</summary>
    private static int Cells(string row) =>
        row.Replace("\\\\", "", StringComparison.Ordinal).Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|') - 1;
}
