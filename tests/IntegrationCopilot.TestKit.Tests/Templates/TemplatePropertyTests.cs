using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit.Tests;

/// <summary>What holds of templates whatever the text is.</summary>
public sealed class TemplatePropertyTests
{
    /// <summary>Texts that are mostly what templates are made of.</summary>
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements("{{", "}}", "{", "}", "\\", "|", "\"", "a", "name", " ", "\n", "\0", "\u001b", "é", "\U0001F600", "{{ name }}", "\\{{")
            .ListOf().Select(parts => string.Concat(parts)),
        ArbMap.Default.GeneratorFor<string>().Select(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""))));

    private static readonly TemplateValues Values = TemplateValues.Empty.With("name", JsonElement.Parse("\"{{ x }} \\\\{{\""));

    [Property(MaxTest = 2000)]
    public Property Escape_AnyText_IsItselfWhenFilledIn() => Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        var template = TextTemplate.Parse(TemplateEscapes.Escape(text));
        template.IsConstant.Should().BeTrue();
        template.Substitute(Values).Value.Should().Be(text);
    });

    [Property(MaxTest = 1000)]
    public Property Escape_AnyTextBesidePlaceholders_StaysBesideTheirValues() => Prop.ForAll(Texts.ToArbitrary(), Texts.ToArbitrary(), (left, right) =>
    {
        var before = left.TrimEnd('\\', '{');
        var result = TextTemplate.Parse($"{TemplateEscapes.Escape(before)}{{{{ name }}}}{TemplateEscapes.Escape(right)}").Substitute(Values);
        result.Problems.Should().BeEmpty();
        result.Value.Should().Be($"{before}{{{{ x }}}} \\{{{{{right}");
    });

    [Property(MaxTest = 1000)]
    public Property Escape_AnyJson_IsItselfWhenFilledIn() => Prop.ForAll(Texts.ToArbitrary(), Texts.ToArbitrary(), (name, text) =>
    {
        var json = JsonSerializer.SerializeToElement(new JsonObject { [name] = new JsonArray(text, 1, null, new JsonObject { ["x"] = text }) });
        var result = JsonTemplate.Substitute(TemplateEscapes.Escape(json), Values);
        result.Problems.Should().BeEmpty();
        JsonElement.DeepEquals(result.Value, json).Should().BeTrue();
    });

    [Property(MaxTest = 2000)]
    public Property Parse_AnyText_TellsPlacesWithinIt() => Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        foreach (var problem in TextTemplate.Parse(text).Problems)
        {
            var at = problem.At!.Value;
            text[at.Offset..].Should().StartWith("{{");
            at.Line.Should().Be(text[..at.Offset].Count(c => c == '\n') + 1);
            at.Column.Should().Be(at.Offset - text.LastIndexOf('\n', Math.Max(0, at.Offset - 1)));
        }
    });

    [Property(MaxTest = 1000)]
    public Property Substitute_AnyValue_IsNeverReadAgain() => Prop.ForAll(Texts.ToArbitrary(), value =>
    {
        var values = TemplateValues.Empty.With("name", JsonSerializer.SerializeToElement(value));
        TextTemplate.Parse("<{{ name }}>").Substitute(values).Value.Should().Be($"<{value}>");
    });
}
