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
    /// <returns>Whether there was any reading.</returns>
    public bool Check(IEnumerable<WireValue> readings, string where, FindingReport report)
    {
        WireValue? first = null;
        var tried = 0;
        foreach (var reading in readings)
        {
            if (schema is null || Conforms(reading, schema, report)) return true;
            first ??= reading;
            if (++tried == MaxReadings) break;
        }
        if (first is null) return false;
        var json = report.Scratch.Write(first, shape, new ValueConverter(PreferText: false, ReadJson: readsJson)).ToArray();
        report.AddRange(schema!.Validate(json, where));
        return true;
    }

    /// <summary>Whether a value conforms.</summary>
    public bool Accepts(WireValue value, FindingReport report) => schema is null || Conforms(value, schema, report);

    private bool Conforms(WireValue reading, CompiledSchema judge, FindingReport report)
    {
        var json = report.Scratch.Write(reading, shape, new ValueConverter(PreferText: false, ReadJson: readsJson));
        return judge.IsValid(json.Span)
            || (shape.MayBeText && judge.IsValid(report.Scratch.Write(reading, shape, new ValueConverter(PreferText: true, ReadJson: readsJson)).Span));
    }
}
