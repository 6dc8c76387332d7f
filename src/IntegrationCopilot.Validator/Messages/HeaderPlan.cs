using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>A described response header, ready to be checked.</summary>
internal sealed class HeaderPlan
{
    private readonly ApiHeader header;
    private readonly ValueCheck check;
    private readonly SpellingReader strict;
    private readonly SpellingReader loose;

    public HeaderPlan(ApiHeader header, PlanContext context)
    {
        this.header = header;
        check = context.CheckOf(header.Content is { } content ? content.Schema : header.Schema);
        var spelling = new Spelling(header.Name, SerializationStyle.Simple, header.Explode);
        strict = new SpellingReader(spelling, check.Shape, lenient: false);
        loose = context.Lenient ? new SpellingReader(spelling, check.Shape, lenient: true) : strict;
    }

    public string Name => header.Name;

    /// <param name="value">The field's value; null when it is not there.</param>
    /// <param name="report">Receives the findings.</param>
    /// <param name="around">What the field belongs to, with a full stop; empty for the message itself.</param>
    public void Check(string? value, FindingReport report, string around = "")
    {
        var where = $"{around}header.{Name}";
        if (value is null)
        {
            if (header.Required) report.Error(FindingCodes.MissingHeader, where, $"The required header '{Name}' is missing.", header.Node, "present", "absent");
            return;
        }
        if (header.Content is not { IsJson: true })
        {
            CheckSpelled(value, where, report);
            return;
        }
        var utf8 = Encoding.UTF8.GetBytes(value);
        if (JsonTexts.FaultIn(utf8) is { } fault)
            report.Error(FindingCodes.UnreadableParameter, where, $"The value of '{Name}' is not JSON.", header.Node, "JSON", fault);
        else check.Check([new WireJson(utf8)], where, report);
    }

    private void CheckSpelled(string value, string where, FindingReport report)
    {
        if (check.TryAccept(strict.ReadHeader(value), where, report)) return;
        if (!report.Lenient || !check.TryAccept(loose.ReadHeader(value), where, report)) check.Check(loose.ReadHeader(value), where, report);
        else report.Warning(FindingCodes.LooseSpelling, where, $"The value of '{Name}' is read, but is not spelled as it is described.", header.Node);
    }
}
