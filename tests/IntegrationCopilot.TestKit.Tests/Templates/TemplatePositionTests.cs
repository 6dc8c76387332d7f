namespace IntegrationCopilot.TestKit.Tests;

/// <summary>Every mistake of a template is told at once, each with its place.</summary>
public sealed class TemplatePositionTests
{
    [Fact]
    public void Parse_SeveralMistakes_TellsEachWithItsPlace()
    {
        var template = TextTemplate.Parse("{{ good }}\n {{ }} and {{ 1st }}\r\n\n{{ open {{ inner }} {{ q | \"x\" y }}\n{{ last");
        template.Problems.Select(problem => problem.At).Should().Equal(
            new TemplatePosition(12, 2, 2), new TemplatePosition(22, 2, 12), new TemplatePosition(34, 4, 1), new TemplatePosition(54, 4, 21),
            new TemplatePosition(70, 5, 1));
        template.Problems.Should().OnlyContain(problem => problem.Kind == TemplateProblemKind.Syntax);
        template.Problems.Select(problem => problem.Message).Should().SatisfyRespectively(
            message => message.Should().Contain("has no name").And.Contain("\\{{"),
            message => message.Should().Contain("a name is letters").And.Contain("'{{ 1st }}'"),
            message => message.Should().Contain("before the next begins"),
            message => message.Should().Contain("double quotes"),
            message => message.Should().Contain("is not closed by '}}'"));
        template.Variables.Select(variable => variable.Name).Should().Equal("good", "inner");
    }

    [Theory]
    [InlineData("{{ card | {\"a\":{\"b\":1}} }}", "{\"a\":{\"b\":1")]
    [InlineData("{{ card | \"{\\\"a\\\":{\\\"b\\\":1}}\" }}", "{\"a\":{\"b\":1}}")]
    public void Parse_BracesInADefault_EndItUnlessQuoted(string text, string expected) =>
        TextTemplate.Parse(text).Variables.Should().ContainSingle().Which.Default.Should().Be(expected);
}
