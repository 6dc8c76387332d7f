using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>A parameter, ready to be checked.</summary>
internal sealed class ParameterPlan
{
    private readonly SpellingReader strict;
    private readonly SpellingReader loose;
    private readonly ValueCheck strictCheck;
    private readonly ValueCheck check;
    private readonly bool isSecret;
    private readonly bool isRequired;
    private readonly string where;

    /// <param name="parameter">The parameter.</param>
    /// <param name="context">How it is judged.</param>
    /// <param name="isCredential">Whether the operation's security asks for it, which says whether it must be there.</param>
    public ParameterPlan(ApiParameter parameter, PlanContext context, bool isCredential = false)
    {
        Parameter = parameter;
        isRequired = parameter.Required && !isCredential;
        var schema = parameter.Content is { } content ? content.Schema : parameter.Schema;
        check = context.CheckOf(schema);
        strictCheck = check.WithoutJson();
        var spelling = new Spelling(parameter.Name, parameter.Style, parameter.Explode);
        strict = new SpellingReader(spelling, check.Shape, lenient: false);
        loose = context.Lenient ? new SpellingReader(spelling, check.Shape, lenient: true) : strict;
        isSecret = context.IsCredential(parameter);
        var place = parameter.Place switch { ParameterPlace.QueryString => "query", var named => named.ToString().ToLowerInvariant() };
        where = parameter.Place == ParameterPlace.QueryString ? place : $"{place}.{parameter.Name}";
    }

    public ApiParameter Parameter { get; }

    /// <summary>Whether the value's members are fields of the query themselves.</summary>
    public bool IsSpread =>
        Parameter is { Explode: true, Style: SerializationStyle.Form, Content: null } && check.Shape.Allows(JsonTypes.Object) && !check.Shape.IsUnknown;

    /// <summary>Whether every field that is not described otherwise is a member of the value.</summary>
    public bool TakesAnyField => IsSpread && check.Shape.PropertyNames.Count == 0 && check.Shape.AllowsOtherProperties;

    /// <summary>Whether a query field belongs to this parameter.</summary>
    public bool Claims(string field)
    {
        if (field == Parameter.Name || DeepObject.Belongs(field, Parameter.Name)) return true;
        return TakesAnyField || (IsSpread && check.Shape.PropertyNames.Contains(field));
    }

    /// <summary>Checks a path parameter.</summary>
    /// <param name="raw">Its text in the path; null when the path was found without it.</param>
    /// <param name="report">Takes the findings.</param>
    /// <param name="isAsked">Whether it stands in the query of the path's template, so that it may have been left out.</param>
    public void CheckPath(string? raw, FindingReport report, bool isAsked = false)
    {
        if (raw is null && isAsked) Missing(report);
        if (raw is null) return;
        if (Parameter.Content is { } content) Check([Embedded(content, PercentCoding.Decode(raw))], report);
        else if (!IsAsDescribed(strict.ReadPath(raw), report) && !CheckLoosely(loose.ReadPath(raw), report))
            report.Error(FindingCodes.UnreadableParameter, where,
                $"The value of '{Parameter.Name}' is not spelled in {Parameter.Style.ToString().ToLowerInvariant()} style.", Parameter.Node,
                Parameter.Style.ToString().ToLowerInvariant());
    }

    public void CheckHeader(string? raw, FindingReport report)
    {
        if (raw is null) Missing(report);
        else if (Parameter.Content is { } content) Check([Embedded(content, raw)], report);
        else if (!IsAsDescribed(strict.ReadHeader(raw), report)) CheckLoosely(loose.ReadHeader(raw), report);
    }

    public void CheckQuery(FieldSet fields, FindingReport report)
    {
        var own = fields.Of(Parameter.Name);
        if (Parameter.AllowEmptyValue && own is [{ Raw.Length: 0 }]) return;
        var isRepeated = own.Count > 1 && ReportRepeated(own.Count, report);
        if (Parameter.Content is { } content) CheckEmbedded(content, own, report);
        else if (isRepeated && !check.Shape.Allows(JsonTypes.Array | JsonTypes.Object))
            Check([new WireText(PercentCoding.Decode(own[^1].Raw, plusIsSpace: true))], report);
        else if (isRepeated) Check(loose.ReadFields(fields), report);
        else if (!IsAsDescribed(strict.ReadFields(fields), report) && !CheckLoosely(loose.ReadFields(fields), report)) Missing(report);
    }

    /// <returns>Whether sending it several times is not as described.</returns>
    private bool ReportRepeated(int count, FindingReport report)
    {
        string? message = null;
        if (!check.Shape.Allows(JsonTypes.Array | JsonTypes.Object))
            message = $"The query parameter '{Parameter.Name}' has one value, but was sent {count} times.";
        else if (Parameter is { Explode: false, Content: null })
            message = $"The items of the query parameter '{Parameter.Name}' belong into one field, but it was sent {count} times.";
        if (message is not null) report.Deviation(FindingCodes.RepeatedParameter, where, message, Parameter.Node, "once", $"{count} times");
        return message is not null;
    }

    public void CheckCookie(FieldSet cookies, FindingReport report)
    {
        if (Parameter.Content is { } content) CheckEmbedded(content, cookies.Of(Parameter.Name), report);
        else if (!IsAsDescribed(strict.ReadCookie(cookies), report) && !CheckLoosely(loose.ReadCookie(cookies), report)) Missing(report);
    }

    public void CheckWholeQuery(ReadOnlySpan<char> query, FindingReport report)
    {
        if (query.IsEmpty)
        {
            Missing(report);
            return;
        }
        if (Parameter.Content is { IsJson: true } content) Check([Embedded(content, PercentCoding.Decode(query))], report);
        else Check([FormReading.Read(FieldSet.OfQuery(query), check.Shape, FormEncodings.None, 0)], report);
    }

    private void CheckEmbedded(ApiMediaType content, IReadOnlyList<FormField> own, FindingReport report)
    {
        if (own.Count == 0) Missing(report);
        else Check([Embedded(content, PercentCoding.Decode(own[^1].Raw, plusIsSpace: Parameter.Place == ParameterPlace.Query))], report);
    }

    private static WireValue? Embedded(ApiMediaType content, string text)
    {
        if (!content.IsJson) return new WireText(text);
        var utf8 = Encoding.UTF8.GetBytes(text);
        return JsonTexts.FaultIn(utf8) is null ? new WireJson(utf8) : null;
    }

    /// <summary>Whether a value that is spelled as described conforms; a secret is never judged.</summary>
    private bool IsAsDescribed(IEnumerable<WireValue> readings, FindingReport report) =>
        isSecret ? readings.Any() : strictCheck.TryAccept(readings, where, report);

    /// <summary>Judges a value that is not spelled as described, or does not conform.</summary>
    /// <returns>Whether there is a value.</returns>
    private bool CheckLoosely(IEnumerable<WireValue> readings, FindingReport report)
    {
        if (isSecret) return readings.Any();
        if (!report.Lenient || !check.TryAccept(readings, where, report)) return check.Check(readings, where, report);
        var style = $"{Parameter.Style.ToString().ToLowerInvariant()} style{(Parameter.Explode ? ", exploded" : "")}";
        report.Warning(FindingCodes.LooseSpelling, where, $"The value of '{Parameter.Name}' is read, but is not spelled as it is described ({style}).",
            Parameter.Node);
        return true;
    }

    private bool Check(IEnumerable<WireValue?> readings, FindingReport report)
    {
        if (isSecret) return readings.Any();
        var readable = readings.OfType<WireValue>();
        if (check.Check(readable, where, report)) return true;
        if (!readings.Any()) return false;
        report.Error(FindingCodes.UnreadableParameter, where, $"The value of '{Parameter.Name}' is not JSON.", Parameter.Node, "JSON");
        return true;
    }

    /// <summary>Whether an empty object is spelled as nothing at all, so that it cannot be told from an absent one.</summary>
    private bool LeavesNoTraceWhenEmpty =>
        Parameter is { Content: null, Explode: true, Style: SerializationStyle.Form } or { Content: null, Style: SerializationStyle.DeepObject }
            && (check.Shape.Types & ~JsonTypes.Null) == JsonTypes.Object;

    private void Missing(FindingReport report)
    {
        if (!isRequired || (LeavesNoTraceWhenEmpty && check.Accepts(new WireMap([]), report))) return;
        var place = Parameter.Place switch { ParameterPlace.Query => "query parameter", ParameterPlace.Header => "header", ParameterPlace.Cookie => "cookie",
            ParameterPlace.Path => "path parameter", _ => "query string" };
        report.Error(FindingCodes.MissingParameter, where, $"The required {place} '{Parameter.Name}' is missing.", Parameter.Node, "present", "absent");
    }
}
