using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Checks XML bodies: they are read by their schema into the value it describes, and that value is judged.</summary>
internal sealed class XmlCheck(ApiSpec spec, RawNode schema, CompiledSchema? judge)
{
    private readonly ValueShape shape = ValueShape.Of(spec, schema);
    private readonly XmlNaming naming = new(spec);

    public void Check(MediaTypeName sent, ReadOnlyMemory<byte> body, FindingReport report)
    {
        if (XmlText.Read(body, sent, out var fault) is not { } root)
        {
            report.Error(FindingCodes.MalformedBody, "body", $"The body cannot be read as XML: {fault}.", expected: "XML", actual: fault);
            return;
        }
        if (judge is null && !report.WantsBody) return;
        var value = new XmlReading(naming, report, "body").ReadRoot(root, shape);
        if (judge is null)
        {
            report.Read("body", report.Scratch.Write(value, shape, new ValueConverter(PreferText: true, ReadJson: false)));
            return;
        }
        if (Conforms(value, judge, report)) return;
        if (Conforms(new XmlReading(naming, new FindingReport(report.Options), "body") { FillsLists = true }.ReadRoot(root, shape), judge, report)) return;
        var json = report.Scratch.Write(value, shape, new ValueConverter(PreferText: false, ReadJson: false)).ToArray();
        var places = new XmlPlaces("body");
        new XmlReading(naming, new FindingReport(report.Options), "body", places).ReadRoot(root, shape);
        report.AddRange(judge.FindIn(json, "body", null, places.Of));
    }

    private bool Conforms(WireValue value, CompiledSchema judge, FindingReport report)
    {
        foreach (var preferText in (ReadOnlySpan<bool>)[false, true])
        {
            var reading = report.Scratch.Write(value, shape, new ValueConverter(preferText, ReadJson: false));
            report.Read("body", reading);
            if (judge.Judge(reading.Span, null, out var isRemarkable) && !isRemarkable) return true;
        }
        return false;
    }
}
