using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>A described response header, ready to be checked.</summary>
internal sealed class HeaderPlan
{
    private readonly ApiHeader header;
    private readonly ValueCheck check;
    private readonly SpellingReader reader;

    public HeaderPlan(ApiHeader header, PlanContext context)
    {
        this.header = header;
        check = context.CheckOf(header.Content is { } content ? content.Schema : header.Schema);
        reader = new SpellingReader(new Spelling(header.Name, SerializationStyle.Simple, header.Explode), check.Shape, context.Lenient);
    }

    public string Name => header.Name;

    public void Check(string? value, FindingReport report)
    {
        var where = $"header.{Name}";
        if (value is null)
        {
            if (header.Required) report.Error(FindingCodes.MissingHeader, where, $"The required header '{Name}' is missing.", header.Node, "present", "absent");
            return;
        }
        if (header.Content is not { IsJson: true })
        {
            check.Check(reader.ReadHeader(value), where, report);
            return;
        }
        var utf8 = Encoding.UTF8.GetBytes(value);
        if (JsonTexts.FaultIn(utf8) is { } fault) report.Error(FindingCodes.UnreadableParameter, where, $"The value of '{Name}' is not JSON.", header.Node, "JSON", fault);
        else check.Check([new WireJson(utf8)], where, report);
    }
}
