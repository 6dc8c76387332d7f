using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit.Tests;

public sealed class TemplateTests
{
    private static readonly TestVariable[] Declared =
    [
        new() { Name = "amount", Type = TestVariableType.Number, Default = "12.50" },
        new() { Name = "live", Type = TestVariableType.Boolean },
        new() { Name = "card", Type = TestVariableType.Json, Default = """{"n":[1,"x"]}""" },
        new() { Name = "account", Description = "an account of the sandbox" },
        new() { Name = "key", Secret = true },
        new() { Name = "broken", Type = TestVariableType.Number, Default = "twelve" },
    ];

    private static TemplateValues Values(params (string Name, string Text)[] given)
    {
        var result = TemplateValues.Create(Declared, given.ToDictionary(pair => pair.Name, pair => pair.Text, StringComparer.Ordinal));
        result.Problems.Should().BeEmpty();
        return result.Value;
    }

    [Theory]
    [InlineData("{{ account }}", "account", null, null)]
    [InlineData("{{account|acc_1}}", "account", "acc_1", null)]
    [InlineData("{{ account | acc 1 | what to give }}", "account", "acc 1", "what to give")]
    [InlineData("{{ account | | what | to give }}", "account", "", "what | to give")]
    [InlineData("""{{ account | " a|b}}\"c " | d }}""", "account", " a|b}}\"c ", "d")]
    [InlineData("{{ a.b-c_1 | [1,2] }}", "a.b-c_1", "[1,2]", null)]
    public void Parse_Placeholder_GivesNameDefaultAndDescription(string text, string name, string? defaultValue, string? description)
    {
        var template = TextTemplate.Parse($"<{text}>");
        template.Problems.Should().BeEmpty();
        template.Variables.Should().Equal(new TemplateVariable(name, defaultValue, description));
        template.Variables[0].IsRequired.Should().Be(defaultValue is null);
    }

    [Theory]
    [InlineData("{{ account")]
    [InlineData("{{ account | x }")]
    [InlineData("{{ account | \"x }}")]
    [InlineData("{{ account | \"x\" y }}")]
    [InlineData("{{ }}")]
    [InlineData("{{#each items}}")]
    [InlineData("{{ 1st }}")]
    [InlineData("{{ a\tb }}")]
    [InlineData("{{ a\0 }}")]
    [InlineData("{{{ account }}}")]
    public void Parse_MalformedPlaceholder_IsASyntaxProblemAndNoException(string text)
    {
        var template = TextTemplate.Parse($"before {text}");
        template.Problems.Should().ContainSingle().Which.Kind.Should().Be(TemplateProblemKind.Syntax);
        template.Substitute(Values()).IsComplete.Should().BeFalse();
    }

    [Theory]
    [InlineData("no braces", "no braces")]
    [InlineData("{ {x} } } }}", "{ {x} } } }}")]
    [InlineData("\\{{ account }}", "{{ account }}")]
    [InlineData("C:\\x\\\\{{ account }}", "C:\\x\\a_1")]
    [InlineData("\\\\\\{{ account }}", "\\{{ account }}")]
    [InlineData("\\\\ \\{ {{ account }}\\", "\\\\ \\{ a_1\\")]
    [InlineData("{{ account }}/{{amount}}/{{ card }}", "a_1/12.50/{\"n\":[1,\"x\"]}")]
    [InlineData("{{ other | fallback }}{{ amount | 99 }}", "fallback12.50")]
    public void Substitute_Text_PutsInTheTextOfValues(string text, string expected)
    {
        var result = TextTemplate.Parse(text).Substitute(Values(("account", "a_1")));
        result.Problems.Should().BeEmpty();
        result.Value.Should().Be(expected);
    }

    [Fact]
    public void Substitute_MissingValues_NamesEachOnceWithItsDescription()
    {
        var problems = TextTemplate.Parse("{{ account }} {{ account }} {{ live }} {{ unknown | | x }} {{ nothing }}").Substitute(Values()).Problems;
        problems.Should().Equal(
            new TemplateProblem(TemplateProblemKind.Missing, "account", "A value for 'account' is required (an account of the sandbox)."),
            new TemplateProblem(TemplateProblemKind.Missing, "live", "A value for 'live' is required."),
            new TemplateProblem(TemplateProblemKind.Missing, "nothing", "A value for 'nothing' is required."));
    }

    [Fact]
    public void Create_WrongTypes_AreAllSaidAndNotQuoted()
    {
        var result = TemplateValues.Create(Declared,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["amount"] = "1e", ["live"] = "yes", ["card"] = "{", ["account"] = "12",
            ["extra"] = "s3cr3t" });
        result.Problems.Select(problem => (problem.Kind, problem.Variable)).Should().Equal(
            (TemplateProblemKind.WrongType, "amount"), (TemplateProblemKind.WrongType, "card"), (TemplateProblemKind.WrongType, "live"));
        result.Problems[0].Message.Should().Be("The given value of 'amount' is not a number, for example 12.50.");
        TextTemplate.Parse("{{ broken }}").Substitute(result.Value).Problems.Should().ContainSingle().Which.Message.Should()
            .Be("The default of 'broken' is not a number, for example 12.50.");
    }

    [Theory]
    [InlineData("""{"a":"{{ amount }}","b":"x{{ amount }}","c":"{{ live }}","d":["{{card}}"]}""", """{"a":12.50,"b":"x12.50","c":true,"d":[{"n":[1,"x"]}]}""")]
    [InlineData("""{"t":"{{ account }} \u00e9 \"q\"","n":1.0,"z":null}""", """{"t":"a\"b\\c é \"q\"","n":1.0,"z":null}""")]
    [InlineData("""{"{{ account }}":"{{ x | 5 }}"}""", """{"a\"b\\c":"5"}""")]
    [InlineData(""" "{{ live }}" """, "true")]
    public void Substitute_Json_KeepsTypesAndEscapesText(string template, string expected)
    {
        var result = JsonTemplate.Substitute(JsonElement.Parse(template), Values(("live", "true"), ("account", "a\"b\\c")));
        result.Problems.Should().BeEmpty();
        result.Value.GetRawText().Should().Be(expected);
    }

    [Fact]
    public void Substitute_CapturedValue_KeepsItsOwnType()
    {
        var values = Values().With("id", JsonElement.Parse("42")).With("half", JsonElement.Parse("\"\\ud800\""));
        JsonTemplate.Substitute(JsonElement.Parse("""["{{ id }}","#{{ id }}","{{ half }}","<{{ half }}>"]"""), values).Value.GetRawText().Should()
            .Be("""[42,"#42","\ud800","<\\ud800>"]""");
        values.IsGiven("id").Should().BeTrue();
        values.IsGiven("amount").Should().BeFalse();
    }

    [Fact]
    public void Variables_Json_ListsThemInOrderOnce() =>
        JsonTemplate.Variables(JsonElement.Parse("""{"{{ a }}":["{{ b | 1 }} {{ c }}",{"d":"{{ a | 2 }}"}],"bad":"\ud800"}""")).Should()
            .Equal(new TemplateVariable("a"), new TemplateVariable("b", "1"), new TemplateVariable("c"));

    [Fact]
    public void Secrets_OnlyDeclaredAndGiven_AreListed() => Values(("key", "k-123"), ("account", "a")).Secrets.Should().Equal("k-123");

    [Fact]
    public void ToString_Value_DoesNotShowIt() => new TemplateValue(JsonElement.Parse("\"s3cr3t\"")).ToString().Should().NotContain("s3cr3t");

    public static TheoryData<string> Hostile =>
        ["{{", "{{|", "{{|\"x\"y|", "{{ a | \"", "\\{{", "{{a}}", "{{a|b|", "}}", "\\", "\\\\{{", "{{ }}\n", "{{{a}}}", "\0{{\u0001}}", "{{a|{{b|", "\"}}{{\""];

    /// <summary>Quadratic work on 4 million characters would take hours; the runner's time-out would end it.</summary>
    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Hostile))]
    public async Task Parse_HostileRepetition_EndsInTime(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 4_000_000 / unit.Length)) + "}}";
        (await Task.Run(() => TextTemplate.Parse(text).Substitute(Values()), TestContext.Current.CancellationToken)).Should().NotBeNull();
    }

    [Fact]
    public void Substitute_DeepJson_NeedsNoCallStack()
    {
        const int Depth = 50_000;
        var deep = JsonDocument.Parse(new string('[', Depth) + "\"{{ amount }}\"" + new string(']', Depth),
            new JsonDocumentOptions { MaxDepth = Depth + 1 }).RootElement;
        JsonTemplate.Substitute(deep, Values()).Value.GetRawText().Should().Be(new string('[', Depth) + "12.50" + new string(']', Depth));
    }
}
