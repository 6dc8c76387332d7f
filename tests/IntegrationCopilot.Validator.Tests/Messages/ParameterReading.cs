using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Reads one parameter's spelling as the validator does.</summary>
internal static class ParameterReading
{
    private static readonly ApiSpec Anything = Described.Paths("/");

    public static ApiParameter Describe(string place, string style, bool explode, string schema) =>
        Described.Operation("/{color}", "get", $$"""
            "parameters":[{"name":"color","in":"{{place}}","required":true,"style":"{{style}}","explode":{{(explode ? "true" : "false")}},"schema":{{schema}}}]
            """).Operations[0].Parameters[0];

    /// <summary>The first reading that conforms to the parameter's schema, else the first; as JSON.</summary>
    public static string? Read(ApiParameter parameter, string spelling, bool lenient = true)
    {
        var shape = ValueShape.Of(Anything, parameter.Schema);
        var schema = new SchemaSet(Anything).For(parameter.Schema, MessageDirection.Request);
        var reader = new SpellingReader(new Spelling(parameter.Name, parameter.Style, parameter.Explode), shape, lenient);
        var readings = parameter.Place switch
        {
            ParameterPlace.Path => reader.ReadPath(spelling),
            ParameterPlace.Header => reader.ReadHeader(spelling),
            ParameterPlace.Cookie => reader.ReadCookie(FieldSet.OfSemicolons(spelling)),
            _ => reader.ReadFields(FieldSet.OfQuery(spelling)),
        };
        var texts = readings.SelectMany(r =>
            new[] { false, true }.Select(text => JsonScratch.Rent().Write(r, shape, new ValueConverter(text, lenient)).ToArray())).ToList();
        var chosen = texts.Find(t => schema.IsValid(t)) ?? (texts.Count > 0 ? texts[0] : null);
        return chosen is null ? null : Encoding.UTF8.GetString(chosen);
    }
}
