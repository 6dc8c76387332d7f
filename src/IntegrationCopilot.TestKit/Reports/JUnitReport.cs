using System.Globalization;
using System.Text;
using System.Xml;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>A run as JUnit XML, one suite per category, as CI systems read it.</summary>
/// <remarks>
/// A not applicable case is reported as skipped with its reason; a warning, and no verdict where none is required, too, because JUnit knows no others. So is,
/// in a run that was compared with an earlier one, what was known. The schema of Jenkins (<c>junit-10.xsd</c>) takes it.
/// </remarks>
public sealed class JUnitReport : IRunReport
{
    private const string Failure = "failure";
    private const string Error = "error";
    private const string Skipped = "skipped";
    private static readonly XmlWriterSettings Settings = new() { Indent = true, Encoding = new UTF8Encoding(false), CloseOutput = false };

    /// <inheritdoc/>
    public string Id => "junit";

    /// <inheritdoc/>
    public string Extension => "xml";

    /// <inheritdoc/>
    public string MediaType => "application/xml";

    /// <inheritdoc/>
    public void Write(RunResult result, Stream output)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var writer = XmlWriter.Create(output, Settings);
        writer.WriteStartElement("testsuites");
        WriteAttributes(writer, result.Title, result.Cases, result.Duration, result.Comparison);
        var defects = result.Defects.ToDictionary(defect => defect.Id, StringComparer.Ordinal);
        foreach (var category in result.Cases.GroupBy(c => c.Category, StringComparer.Ordinal))
            WriteSuite(writer, result, category.Key, [.. category], defects);
        writer.WriteEndElement();
        writer.Flush();
        output.Write("\n"u8);
    }

    private static void WriteSuite(XmlWriter writer, RunResult result, string category, IReadOnlyList<CaseResult> cases,
        Dictionary<string, Defect> defects)
    {
        writer.WriteStartElement("testsuite");
        WriteAttributes(writer, category, cases, TimeSpan.FromTicks(cases.Sum(c => c.Duration.Ticks)), result.Comparison);
        writer.WriteAttributeString("skipped", Number(cases.Count(c => ElementOf(c, result.Comparison) == Skipped)));
        writer.WriteAttributeString("timestamp", result.StartedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        foreach (var item in cases) WriteCase(writer, item, item.Cause is { } cause ? defects[cause.Id] : null, result.Comparison);
        writer.WriteEndElement();
    }

    private static void WriteAttributes(XmlWriter writer, string name, IReadOnlyList<CaseResult> cases, TimeSpan duration, RunComparison? comparison)
    {
        writer.WriteAttributeString("name", Clean(name));
        writer.WriteAttributeString("tests", Number(cases.Count));
        writer.WriteAttributeString("failures", Number(cases.Count(c => ElementOf(c, comparison) == Failure)));
        writer.WriteAttributeString("errors", Number(cases.Count(c => ElementOf(c, comparison) == Error)));
        writer.WriteAttributeString("time", Seconds(duration));
    }

    private static void WriteCase(XmlWriter writer, CaseResult item, Defect? defect, RunComparison? comparison)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("name", Clean($"{item.Id}: {item.Name}"));
        writer.WriteAttributeString("classname", Clean(item.Operation is null ? item.Category : $"{item.Category}.{item.Operation}"));
        writer.WriteAttributeString("time", Seconds(item.Duration));
        if (ElementOf(item, comparison) is { } element) WriteOutcome(writer, item, defect, element);
        writer.WriteEndElement();
    }

    private static string? ElementOf(CaseResult item, RunComparison? comparison) => item.Status switch
    {
        _ when comparison?.Known.Contains(item) == true => Skipped,
        CaseStatus.Pass => null,
        CaseStatus.Fail => Failure,
        CaseStatus.Error when item.Setting != TestSetting.Optional => Error,
        CaseStatus.NoVerdict when item.IsBlocking => Error,
        _ => Skipped,
    };

    /// <remarks>The cause stands with the first of its cases; the others name that one, and are of the same type.</remarks>
    private static void WriteOutcome(XmlWriter writer, CaseResult item, Defect? defect, string element)
    {
        writer.WriteStartElement(element);
        var isAgain = defect is not null && !ReferenceEquals(defect.Cases[0], item);
        var reason = isAgain ? $"the same as {defect!.Cases[0].Id}: {defect.Cause.Text}" : item.Reason;
        writer.WriteAttributeString("message", Clean($"{item.Status.ToWire()}: {reason}"));
        if (defect is not null && element != Skipped) writer.WriteAttributeString("type", $"{defect.Cause.Kind.ToWire()}-{defect.Id}");
        foreach (var assertion in item.Assertions.Where(a => !a.Passed)) writer.WriteString(Clean($"{assertion.Description}: {assertion.Message}\n"));
        if (defect is not null && !isAgain)
            foreach (var line in DefectLines.Facts(defect)) writer.WriteString(Clean($"{line}\n"));
        writer.WriteEndElement();
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>Documents and answers may hold characters XML 1.0 cannot carry.</summary>
    private static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }
        return clean.ToString();
    }
}
