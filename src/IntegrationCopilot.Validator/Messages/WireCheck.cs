using System.Collections.Concurrent;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Tells whether values arrive: writes each as the wire has it, reads what was written, and judges what was read.</summary>
/// <remarks>
/// <para>What conforms as JSON may have no spelling in a form, a path, a header or XML, or one that is read as another value: an empty list in a form, a line
/// break in a header.</para>
/// <para>Judges as strictly as <see cref="MessageValidatorOptions.Strict"/> does. Source: as of <see cref="BodySerializer"/>, <see cref="ParameterSerializer"/>
/// and <see cref="MessageValidator"/>.</para>
/// </remarks>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
public sealed class WireCheck
{
    private const int MaxFindings = 20;
    private static readonly MessageValidatorOptions Options = new() { Strict = true, CheckSecurity = false, MaxFindings = MaxFindings };
    private readonly PlanContext[] contexts;
    private readonly ConcurrentDictionary<(RawNode Node, RawNode Schema, string Name, MessageDirection Direction), BodyPlan> bodies = new();
    private readonly ConcurrentDictionary<(RawNode Node, string Name, ParameterPlace Place), ParameterPlan> parameters = new();
    private readonly ConcurrentDictionary<(RawNode Node, string Name), HeaderPlan> headers = new();

    /// <summary>Initializes a new instance.</summary>
    /// <param name="spec">The description.</param>
    /// <param name="schemas">The compiled schemas of <paramref name="spec"/>, to share them; compiled here when null.</param>
    public WireCheck(ApiSpec spec, SchemaSet? schemas = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        schemas ??= new SchemaSet(spec);
        contexts = [.. Enum.GetValues<MessageDirection>()
            .Select(direction => new PlanContext(spec, schemas, direction, new MessageValidatorOptions { Strict = true }))];
    }

    /// <summary>What is wrong with a body when it arrives; none when nothing is.</summary>
    /// <param name="media">Its representation.</param>
    /// <param name="direction">Which way it travels.</param>
    /// <param name="value">The value it is written from.</param>
    public IReadOnlyList<Finding> OfBody(ApiMediaType media, MessageDirection direction, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(media);
        var context = contexts[(int)direction];
        var plan = bodies.GetOrAdd((media.Node, media.Schema, media.Name, direction), static (_, a) => new BodyPlan(a.media, a.context), (media, context));
        var written = BodySerializer.Serialize(context.Spec, media, value);
        var report = new FindingReport(Options);
        if (written.Bytes.IsEmpty && !IsBlankAnswer(plan, direction))
            report.Error(FindingCodes.MissingBody, "body", "Nothing of the value is left in the body.", media.Schema, "present", "absent");
        else plan.Check(MediaTypeName.Parse(written.ContentType), written.Bytes, report);
        return Errors(report);
    }

    /// <summary>What is wrong with a parameter when it arrives; none when nothing is.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">The value it is spelled from.</param>
    public IReadOnlyList<Finding> OfParameter(ApiParameter parameter, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var context = contexts[(int)MessageDirection.Request];
        var plan = parameters.GetOrAdd((parameter.Node, parameter.Name, parameter.Place), static (_, a) => new ParameterPlan(a.parameter, a.context),
            (parameter, context));
        var text = ParameterSerializer.Serialize(parameter, value);
        var report = new FindingReport(Options);
        switch (parameter.Place)
        {
            case ParameterPlace.Path when !IsSegment(text): Unspelled(parameter.Node, $"path.{parameter.Name}", "no segment of a path (RFC 3986, section 3.3)",
                text, report); break;
            case ParameterPlace.Path: plan.CheckPath(text, report); break;
            case ParameterPlace.Header when !IsFieldValue(text): Unspelled(parameter.Node, $"header.{parameter.Name}",
                "no value of a header (RFC 9110, section 5.5)", text, report); break;
            case ParameterPlace.Header: plan.CheckHeader(text, report); break;
            case ParameterPlace.Cookie: plan.CheckCookie(FieldSet.OfSemicolons(text), report); break;
            case ParameterPlace.QueryString: plan.CheckWholeQuery(text, report); break;
            default: CheckQuery(plan, text, report); break;
        }
        return Errors(report);
    }

    /// <summary>What is wrong with a response header when it arrives; none when nothing is.</summary>
    /// <param name="header">The header.</param>
    /// <param name="value">The value it is spelled from.</param>
    public IReadOnlyList<Finding> OfHeader(ApiHeader header, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(header);
        var plan = headers.GetOrAdd((header.Node, header.Name), static (_, a) => new HeaderPlan(a.header, a.context),
            (header, context: contexts[(int)MessageDirection.Response]));
        var text = ParameterSerializer.Serialize(header, value);
        var report = new FindingReport(Options);
        if (IsFieldValue(text)) plan.Check(text, report);
        else Unspelled(header.Node, $"header.{header.Name}", "no value of a header (RFC 9110, section 5.5)", text, report);
        return Errors(report);
    }

    /// <summary>An answer may be a text of no characters; a request without a body has none.</summary>
    private static bool IsBlankAnswer(BodyPlan plan, MessageDirection direction) =>
        direction == MessageDirection.Response && plan.Name is { IsText: true, IsSequence: false, IsJson: false };

    private static void CheckQuery(ParameterPlan plan, string text, FindingReport report)
    {
        var fields = FieldSet.OfQuery(text);
        if (fields.All.Count == 0) Unspelled(plan.Parameter.Node, $"query.{plan.Parameter.Name}", "no field of a query: nothing of it is left", text, report);
        else plan.CheckQuery(fields, report);
    }

    private static void Unspelled(RawNode source, string where, string what, string text, FindingReport report) =>
        report.Error(FindingCodes.UnreadableParameter, where, $"The value is spelled as '{ValueText.Shorten(text)}', which is {what}.", source,
            actual: ValueText.Shorten(text));

    private static bool IsSegment(string text) => text.Length > 0 && text is not ("." or "..") && !text.Contains('/', StringComparison.Ordinal);

    private static bool IsFieldValue(string text) => text.Length > 0 && text[0] != ' ' && text[^1] != ' ' && text.All(c => c is >= ' ' and <= '~');

    private static IReadOnlyList<Finding> Errors(FindingReport report) =>
        report.Errors == 0 ? [] : [.. report.ToVerdict(null).Findings.Where(f => f.Severity == FindingSeverity.Error)];
}
