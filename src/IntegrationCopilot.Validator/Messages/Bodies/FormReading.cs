using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Reads a urlencoded form as an object.</summary>
internal static class FormReading
{
    private const int MaxReadings = 4;

    /// <summary>Ways to read the form: where fields can be read in several ways, all take their next way together.</summary>
    public static IEnumerable<WireValue> ReadAll(FieldSet fields, ValueShape shape, FormEncodings encodings, bool lenient)
    {
        for (var way = 0; way < MaxReadings; way++) yield return Read(fields, shape, encodings, way, lenient);
    }

    /// <summary>One way to read the form.</summary>
    /// <param name="fields">The form's fields.</param>
    /// <param name="shape">The shape of the object.</param>
    /// <param name="encodings">How its properties are encoded.</param>
    /// <param name="way">Which of the readings of each property to take; the last one when there are fewer.</param>
    /// <param name="lenient">Whether to read what clients send beside the standard's spelling.</param>
    public static WireMap Read(FieldSet fields, ValueShape shape, FormEncodings encodings, int way, bool lenient = true)
    {
        var members = new List<KeyValuePair<string, WireValue>>();
        var names = fields.Names.Select(n => BaseName(n, shape)).Concat(SpreadNames(shape, encodings)).Distinct(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var own = shape.Property(name);
            var readings = new SpellingReader(encodings.SpellingOf(name, own), own, lenient).ReadFields(fields).Take(way + 1).ToList();
            if (readings.Count > 0) members.Add(new(name, readings[^1]));
        }
        return new WireMap(members);
    }

    /// <summary>The property a field belongs to: its name, or what stands before the brackets.</summary>
    private static string BaseName(string field, ValueShape shape)
    {
        var bracket = field.IndexOf('[', StringComparison.Ordinal);
        if (bracket <= 0 || shape.PropertyNames.Contains(field)) return field;
        return DeepObject.Belongs(field, field[..bracket]) ? field[..bracket] : field;
    }

    /// <summary>Properties whose encoding spreads their members over the form.</summary>
    private static IEnumerable<string> SpreadNames(ValueShape shape, FormEncodings encodings) =>
        shape.PropertyNames.Where(n => encodings.Of(n).Node["style"].IsString("form") && shape.Property(n).Types == JsonTypes.Object);
}
