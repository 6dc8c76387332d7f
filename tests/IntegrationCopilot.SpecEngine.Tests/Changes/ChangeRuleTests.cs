using System.Reflection;
using System.Text.RegularExpressions;

namespace IntegrationCopilot.SpecEngine.Tests;

public sealed partial class ChangeRuleTests
{
    /// <summary>Brought about in tests that name them in their bodies.</summary>
    private static readonly string[] ElsewhereTested = ["component-added", "component-removed", "component-renamed", "reference-renamed", "reference-rewritten",
        "edition-changed", "parameter-moved", "path-moved-into-server", "part-of-another-change"];

    [Fact]
    public void All_Rules_HaveIdsOfTheirOwnAndSentences()
    {
        ChangeRule.All.Select(r => r.Id).Should().OnlyHaveUniqueItems().And.AllSatisfy(id => Kebab().IsMatch(id).Should().BeTrue(id));
        ChangeRule.All.Should().OnlyContain(r => r.Message.EndsWith('.'));
        ChangeRule.All.Should().HaveCountGreaterThan(120);
    }

    [Fact]
    public void All_RulesOfValues_BreakAtLeastOneDirectionOrNone()
    {
        var sent = ChangeRule.All.Where(r => r.Id is "request-type-narrowed" or "request-enum-value-removed" or "request-property-became-required");
        sent.Should().OnlyContain(r => r.Kind == ChangeKind.Breaking);
        var received = ChangeRule.All.Where(r => r.Id is "response-type-widened" or "response-enum-value-added" or "response-property-became-optional");
        received.Should().OnlyContain(r => r.Kind == ChangeKind.Breaking);
    }

    [Fact]
    public void All_Rules_AreBroughtAboutByATest()
    {
        var tested = new[] { typeof(SchemaChangeTests), typeof(MessageChangeTests), typeof(EditionChangeTests) }
            .SelectMany(type => type.GetMethods()).SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>())
            .SelectMany(data => data.Data.OfType<string>()).SelectMany(text => text.Split(' ')).Select(word => word.TrimStart('!'))
            .ToHashSet(StringComparer.Ordinal);
        ChangeRule.All.Select(r => r.Id).Except(tested).Except(ElsewhereTested).Should().BeEmpty();
    }

    [Fact]
    public void Compare_TypeAndValuesChanged_TellsTheTypeOnce() => ComparedTexts.Rules(ComparedTexts.Compare(
        ComparedTexts.Received("""{ "type": "integer", "nullable": true, "enum": [1, 2] }""", version: "3.0.3"),
        ComparedTexts.Received("""{ "type": "string", "enum": ["a"] }""", version: "3.0.3")))
        .Should().Be("!response-type-changed part-of-another-change part-of-another-change part-of-another-change part-of-another-change");

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Kebab();
}
