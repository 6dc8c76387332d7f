namespace IntegrationCopilot.Validator;

/// <summary>Judges spelled values by their schema: of all readings, one that conforms is enough.</summary>
internal sealed class ValueCheck(ValueShape shape, CompiledSchema? schema, bool readsJson)
{
    /// <summary>More readings than this are not tried.</summary>
    private const int MaxReadings = 12;

    public ValueShape Shape => shape;

    /// <summary>Checks a value.</summary>
    /// <param name="readings">Ways to read it, the likeliest first.</param>
    /// <param name="where">Its place as people write it.</param>
    /// <param name="report">Receives the findings about the first reading when none conforms.</param>
    /// <param name="pointer">Where the value stands in the body.</param>
    /// <returns>Whether there was any reading.</returns>
    public bool Check(IEnumerable<WireValue> readings, string where, FindingReport report, string pointer = "")
    {
        WireValue? first = null;
        var tried = 0;
        foreach (var reading in readings)
        {
            if (schema is null) return Read(reading, where, report);
            if (Conforms(reading, schema, where, report)) return true;
            first ??= reading;
            if (++tried == MaxReadings) break;
        }
        if (first is null) return false;
        var json = report.Scratch.Write(first, shape, Converter(preferText: false)).ToArray();
        if (pointer.Length == 0) report.Read(where, json);
        report.AddRange(JsonCheck.Placed(schema!.FindIn(json, where, report.Scratch.Opaque, null), pointer));
        return true;
    }

    /// <summary>Checks readings of which none need be right.</summary>
    /// <returns>Whether one conforms; then its warnings are reported.</returns>
    public bool TryAccept(IEnumerable<WireValue> readings, string where, FindingReport report)
    {
        var tried = 0;
        foreach (var reading in readings)
        {
            if (schema is null ? Read(reading, where, report) : Conforms(reading, schema, where, report)) return true;
            if (++tried == MaxReadings) break;
        }
        return false;
    }

    /// <summary>The same check, which reads no JSON where the schema has no scalar.</summary>
    public ValueCheck WithoutJson() => readsJson ? new ValueCheck(shape, schema, readsJson: false) : this;

    /// <summary>Whether a value conforms.</summary>
    public bool Accepts(WireValue value, FindingReport report) => TryAccept([value], "", new FindingReport(report.Options));

    private ValueConverter Converter(bool preferText) => new(preferText, ReadJson: readsJson) { ReadInnerJson = true };

    private bool Read(WireValue reading, string where, FindingReport report)
    {
        if (report.WantsBody) report.Read(where, report.Scratch.Write(reading, shape, Converter(preferText: true)));
        return true;
    }

    private bool Conforms(WireValue reading, CompiledSchema judge, string where, FindingReport report) =>
        Conforms(reading, judge, where, report, preferText: false) || (shape.MayBeText && Conforms(reading, judge, where, report, preferText: true));

    private bool Conforms(WireValue reading, CompiledSchema judge, string where, FindingReport report, bool preferText)
    {
        var json = report.Scratch.Write(reading, shape, Converter(preferText));
        if (!judge.Judge(json.Span, report.Scratch.Opaque, out var isRemarkable)) return false;
        report.Read(where, json);
        if (isRemarkable) report.AddRange(judge.FindIn(json.ToArray(), where, report.Scratch.Opaque, null));
        return true;
    }
}
