using System.Text.Json;

namespace IntegrationCopilot.TestKit;

/// <summary>Fills templates in and collects what is wrong with them.</summary>
internal sealed class Filling(TemplateValues values)
{
    private readonly List<TemplateProblem> problems = [];

    public string Text(string template) => Note(TextTemplate.Parse(template).Substitute(values));

    public JsonElement Json(JsonElement template) => Note(JsonTemplate.Substitute(template, values));

    /// <exception cref="CaseStopException">A value is missing or of the wrong type.</exception>
    public void ThrowIfIncomplete()
    {
        if (problems.Count > 0) throw CaseStopException.Missing(problems);
    }

    private T Note<T>(TemplateResult<T> result)
    {
        problems.AddRange(result.Problems);
        return result.Value;
    }
}
