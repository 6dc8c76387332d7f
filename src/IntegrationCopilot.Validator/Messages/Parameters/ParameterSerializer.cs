using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Spells JSON values as parameters: the reverse of what <see cref="MessageValidator"/> reads.</summary>
/// <remarks>
/// <para>Source: OpenAPI 3.1.1, section 4.8.12.6 (style examples), which follows RFC 6570. What the standard leaves undefined, arrays and objects inside arrays
/// and objects, is spelled as JSON text, in <c>deepObject</c> style with further brackets.</para>
/// <para>Some values have no spelling that can be read back: an item that holds its own delimiter in a header or in space, pipe or tab style, and an item with
/// a dot in exploded label style.</para>
/// </remarks>
/// <threadsafety>Methods may be called from any thread.</threadsafety>
public static class ParameterSerializer
{
    /// <summary>Spells a value.</summary>
    /// <param name="parameter">Says where the value travels and how it is spelled.</param>
    /// <param name="value">The value.</param>
    /// <returns>
    /// In paths the text that takes the place of <c>{name}</c>; in queries one or more encoded <c>name=value</c> pairs joined by <c>&amp;</c>, without a
    /// question mark;
    /// as <c>querystring</c> the whole query; in headers the field's value; in cookies one or more pairs for the Cookie header. Empty when an empty array or
    /// object leaves nothing to send.
    /// </returns>
    public static string Serialize(ApiParameter parameter, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var place = parameter.Place;
        if (place == ParameterPlace.QueryString) return WholeQuery(parameter, value);
        if (parameter.Content is { } content) return Embedded(parameter, content, value);
        var spelling = new Spelling(parameter.Name, parameter.Style, parameter.Explode);
        var writer =
            new SpellingWriter(spelling, place == ParameterPlace.Header ? static text => text : text => PercentCoding.Encode(text, parameter.AllowReserved));
        return place switch
        {
            ParameterPlace.Path => writer.Path(value),
            ParameterPlace.Header => writer.Header(value),
            _ => Pairs(writer.Fields(value)),
        };
    }

    /// <summary>Spells a response header.</summary>
    /// <param name="header">Says how the value is spelled.</param>
    /// <param name="value">The value.</param>
    public static string Serialize(ApiHeader header, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(header);
        if (header.Content is { } content) return content.IsJson ? value.GetRawText() : JsonScalars.TextOf(value);
        return new SpellingWriter(new Spelling(header.Name, SerializationStyle.Simple, header.Explode), static text => text).Header(value);
    }

    /// <summary>Spells the literal text of a path template as a URL carries it (RFC 3986, sections 2.1 and 3.3).</summary>
    /// <param name="template">The template, with its expressions in braces.</param>
    /// <returns>
    /// The template with every character percent-encoded that cannot stand in a path, a query or a fragment. Expressions and octets that are
    /// percent-encoded already stay as they are; a percent sign that begins none becomes <c>%25</c>.
    /// </returns>
    public static string SpellPath(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return PathSpelling.Of(template);
    }

    /// <summary>Fills a path template.</summary>
    /// <param name="operation">The operation whose path is filled.</param>
    /// <param name="valueOf">Gives the value of a path parameter; null leaves the parameter's braces in place.</param>
    /// <returns>The path, ready to be appended to a server's URL.</returns>
    public static string FillPath(ApiOperation operation, Func<ApiParameter, JsonElement?> valueOf)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(valueOf);
        var path = PathSpelling.Of(operation.Path);
        foreach (var parameter in operation.Parameters.Where(p => p.Place == ParameterPlace.Path))
        {
            if (valueOf(parameter) is not { } value) continue;
            var text = Serialize(parameter, value);
            foreach (var mark in (string[])["", "+", "*"])
                path = path.Replace($"{{{parameter.Name}{mark}}}", text, StringComparison.Ordinal);
        }
        return path;
    }

    internal static string Pairs(IEnumerable<(string Name, string Value)> fields) => string.Join('&', fields.Select(f => $"{f.Name}={f.Value}"));

    private static string Embedded(ApiParameter parameter, ApiMediaType content, JsonElement value)
    {
        var text = content.IsJson ? value.GetRawText() : JsonScalars.TextOf(value);
        return parameter.Place switch
        {
            ParameterPlace.Header => text,
            ParameterPlace.Path => PercentCoding.Encode(text),
            _ => $"{PercentCoding.Encode(parameter.Name)}={PercentCoding.Encode(text)}",
        };
    }

    private static string WholeQuery(ApiParameter parameter, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || parameter.Content?.IsJson == true) return PercentCoding.Encode(JsonScalars.TextOf(value));
        return Pairs(new SpellingWriter(new Spelling("", SerializationStyle.Form, Explode: true), static text => PercentCoding.Encode(text)).Fields(value));
    }
}
