using System.Text;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Text with placeholders: <c>{{ name }}</c>, <c>{{ name | default }}</c> or <c>{{ name | default | description }}</c>.</summary>
/// <remarks>
/// <para>A name is letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, beginning with a letter or <c>_</c>. Default and description end at <c>|</c> or <c>}}</c>
/// and lose the white space around them; a default between double quotes keeps it and may hold both, with the escapes of JSON.</para>
/// <para>A backslash makes <c>{{</c> plain text: <c>\{{</c> stands for <c>{{</c>, and directly before braces <c>\\</c> for a backslash, so that
/// <c>\\{{ name }}</c> is one and a value. Everywhere else a backslash is itself. <see cref="TemplateEscapes"/> writes any text so.</para>
/// <para>Parsing and filling in take time linear in the text and the values.</para>
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed class TextTemplate
{
    private readonly IReadOnlyList<TemplatePart> parts;

    private TextTemplate(IReadOnlyList<TemplatePart> parts, IReadOnlyList<TemplateProblem> problems)
    {
        this.parts = parts;
        Problems = problems;
        Variables = [.. parts.Select(part => part.Variable).OfType<TemplateVariable>().DistinctBy(variable => variable.Name, StringComparer.Ordinal)];
    }

    private TextTemplate(IReadOnlyList<TemplatePart> parts) => (this.parts, Problems, Variables) = (parts, [], []);

    /// <summary>The variables, each as its first placeholder declares it, in order.</summary>
    public IReadOnlyList<TemplateVariable> Variables { get; }

    /// <summary>The placeholders that are not written as they must be; empty when there are none.</summary>
    public IReadOnlyList<TemplateProblem> Problems { get; }

    /// <summary>Whether the text has no placeholder at all.</summary>
    public bool IsConstant => Variables.Count == 0 && Problems.Count == 0;

    /// <summary>Every placeholder in order, and where it begins.</summary>
    internal IEnumerable<(TemplateVariable Variable, TemplatePosition At)> Placeholders =>
        parts.Where(part => part.Variable is not null).Select(part => (part.Variable!, part.At));

    /// <summary>The one placeholder the text is nothing but; null otherwise.</summary>
    internal TemplateVariable? Whole => parts is [{ Variable: { } variable }] ? variable : null;

    /// <summary>Reads a template; what is wrong with it is in <see cref="Problems"/>.</summary>
    /// <param name="text">The text.</param>
    public static TextTemplate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains(TemplateParser.Open, StringComparison.Ordinal)) return new(text.Length == 0 ? [] : [new(text, null)]);
        var parser = new TemplateParser(text);
        parser.Parse();
        return new(parser.Parts, parser.Problems);
    }

    /// <summary>Fills the template in: each placeholder becomes the text of its value.</summary>
    /// <param name="values">The values.</param>
    public TemplateResult<string> Substitute(TemplateValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (Problems.Count == 0 && parts is [] or [{ Variable: null }]) return new(parts is [var only] ? only.Text : "", []);
        var output = new StringBuilder();
        var problems = new List<TemplateProblem>(Problems);
        foreach (var part in parts)
        {
            if (part.Variable is null) output.Append(part.Text);
            else if (values.TryResolve(part.Variable, out var value, out var problem)) output.Append(value.AsText());
            else problems.Add(problem);
        }

        return new(output.ToString(), [.. problems.Distinct()]);
    }
}

/// <summary>A piece of a template: text as it is, or a placeholder.</summary>
internal readonly record struct TemplatePart(string Text, TemplateVariable? Variable, TemplatePosition At = default);
