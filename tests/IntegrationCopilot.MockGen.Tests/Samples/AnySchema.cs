using FsCheck;
using FsCheck.Fluent;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Schemas of every kind, as JSON texts: types, formats, bounds, patterns, combinations, what may be null.</summary>
internal static class AnySchema
{
    private static readonly string[] Formats =
    [
        "date", "date-time", "time", "duration", "email", "hostname", "ipv4", "ipv6", "uri", "uri-reference", "uuid", "byte", "binary", "password",
        "json-pointer", "regex", "int32", "unheard-of",
    ];

    private static readonly string[] Patterns =
    [
        "^[a-z]+$", "^\\\\d{3}-\\\\d{2,4}$", "^(?=.*[A-Z])(?=.*\\\\d).{8,}$", "^[^a-z]*$", "[,;=&/ ]", "^\\\\s+x$", "^\\\\p{L}{2,5}$", "^.{0,3}$", "\\n",
        "^(?!a)", "^(\\\\w)\\\\1$", "^$", "é", "^\\\\.{1,3}$", "^[<&\\\"]+$",
    ];

    private static readonly string[] Texts = ["", "a b", "x;y", "ä,ö", "true", "null", "12", "1e3", "..", "a/b", "{\"a\":1}", "[1]", "<b>&", " edge ",
        "two\nlines", "line\r\nend", "+", "100%", "\u0001", "😀", "=", "a=b", "'q'", "key1"];

    private static readonly string[] Names = ["id", "name", "a", "b c", "x-y", "Id", "1st", "data", "event", "ä", "p[q]", "createdAt", "amount"];

    private static readonly Gen<string> Text = Gen.Elements(Texts).Select(JsonText);

    /// <summary>A schema.</summary>
    /// <param name="is31">Whether the keywords of OpenAPI 3.1 may be used, rather than those of 3.0.</param>
    public static Gen<string> Of(bool is31) => Gen.Sized(size => Of(Math.Min(size, 40), is31));

    private static Gen<string> Of(int size, bool is31)
    {
        if (size < 3) return Scalar(is31);
        var part = Of(size / 3, is31);
        return Gen.Frequency(
            (4, Scalar(is31)),
            (2, Object(part)),
            (2, Array(part, is31)),
            (1, Combined(part, is31)),
            (1, is31 ? Conditional(part) : Object(part)),
            (1, Marked(part, is31)));
    }

    private static Gen<string> Scalar(bool is31)
    {
        var number = Gen.Elements("0", "1", "-5", "0.1", "2.5", "100", "9007199254740993", "-1e3");
        return Gen.Frequency(
            (2, Gen.Constant("\"type\":\"string\"")),
            (2, Gen.Elements(Formats).Select(f => $"\"type\":\"string\",\"format\":\"{f}\"")),
            (2, Gen.Elements(Patterns).Select(p => $"\"type\":\"string\",\"pattern\":\"{p}\"")),
            (1, Gen.Choose(0, 9).SelectMany(low => Gen.Choose(low, 30).Select(high => $"\"type\":\"string\",\"minLength\":{low},\"maxLength\":{high}"))),
            (1, Gen.Elements(Formats).SelectMany(f => Gen.Choose(1, 40).Select(length => $"\"type\":\"string\",\"format\":\"{f}\",\"maxLength\":{length}"))),
            (2, Gen.NonEmptyListOf(Text).Select(t => $"\"enum\":[{string.Join(',', t.Take(4).Distinct())}]")),
            (1, Text.Select(t => $"\"type\":\"string\",\"example\":{t}")),
            (1, Text.Select(t => $"\"type\":\"string\",\"default\":{t}")),
            (2, Gen.Elements("integer", "number").Select(t => $"\"type\":\"{t}\"")),
            (1, Gen.Elements("integer", "number").SelectMany(t => number.Select(n => $"\"type\":\"{t}\",\"minimum\":{n}"))),
            (1, number.Select(n => $"\"type\":\"number\",\"maximum\":{n},\"multipleOf\":0.25")),
            (1, Gen.Elements("int32", "int64", "float", "double").Select(f => $"\"type\":\"{(f[0] == 'i' ? "integer" : "number")}\",\"format\":\"{f}\"")),
            (1, Gen.Elements("", ",\"default\":false", ",\"example\":true").Select(m => $"\"type\":\"boolean\"{m}")),
            (1, Gen.Elements("", "\"title\":\"any\"", "\"nullable\":true,\"type\":\"integer\"")),
            (1, is31 ? Gen.Elements("\"type\":\"null\"", "\"type\":[\"string\",\"null\"]", "\"type\":[\"integer\",\"string\"]", "\"const\":null",
                "\"const\":\"c\"", "\"const\":{\"a\":[1,{}]}", "\"type\":\"string\",\"contentEncoding\":\"base64\",\"minLength\":5")
                : Gen.Elements("\"type\":\"string\",\"nullable\":true,\"example\":null", "\"type\":\"string\",\"nullable\":true,\"default\":null")))
            .Select(Braced);
    }

    private static Gen<string> Object(Gen<string> part) =>
        from members in Gen.ListOf(Gen.Zip(Gen.Elements(Names), part))
        from required in Gen.Choose(0, 3)
        from rest in Gen.OneOf(Gen.Elements("", ",\"additionalProperties\":false", ",\"additionalProperties\":true", ",\"minProperties\":2",
            ",\"maxProperties\":1"), part.Select(p => $",\"additionalProperties\":{p}"))
        let own = members.DistinctBy(m => m.Item1).Take(4).ToList()
        let named = string.Join(',', own.Select(m => $"\"{m.Item1}\":{m.Item2}"))
        let needed = own.Count == 0 || required == 0 ? "" : $",\"required\":[{string.Join(',', own.Take(required).Select(m => $"\"{m.Item1}\""))}]"
        select Braced($"\"type\":\"object\",\"properties\":{{{named}}}{needed}{rest}");

    private static Gen<string> Array(Gen<string> part, bool is31) =>
        from items in part
        from bounds in Gen.Elements("", ",\"minItems\":2", ",\"maxItems\":1", ",\"maxItems\":0", ",\"uniqueItems\":true,\"minItems\":2", ",\"default\":[]",
            ",\"example\":[null]")
        from first in is31 ? Gen.OneOf(Gen.Constant(""), part.Select(p => $",\"prefixItems\":[{p}]"), part.Select(p => $",\"contains\":{p}")) : Gen.Constant("")
        select Braced($"\"type\":\"array\",\"items\":{items}{bounds}{first}");

    private static Gen<string> Combined(Gen<string> part, bool is31) =>
        from word in Gen.Elements("allOf", "anyOf", "oneOf")
        from one in part
        from other in part
        from more in Gen.OneOf(Gen.Constant(""), part.Select(p => $",\"not\":{p}"),
            Gen.Constant(is31 ? ",\"unevaluatedProperties\":false" : ",\"nullable\":true"))
        select Braced($"\"{word}\":[{one},{other}]{more}");

    private static Gen<string> Conditional(Gen<string> part) =>
        from one in part
        from other in part
        from word in Gen.Elements("\"if\":{0},\"then\":{1}", "\"type\":\"object\",\"dependentSchemas\":{{\"a\":{0}}},\"properties\":{{\"a\":{1}}}",
            "\"type\":\"object\",\"patternProperties\":{{\"^x\":{0}}},\"required\":[\"x1\"],\"propertyNames\":{{\"maxLength\":5}},\"additionalProperties\":{1}")
        select Braced(string.Format(System.Globalization.CultureInfo.InvariantCulture, word, one, other));

    /// <summary>What only one direction sends, and how XML spells it.</summary>
    private static Gen<string> Marked(Gen<string> part, bool is31) =>
        from inner in part
        from mark in Gen.Elements("\"readOnly\":true", "\"writeOnly\":true", "\"xml\":{\"attribute\":true}", "\"xml\":{\"wrapped\":true,\"name\":\"w\"}",
            "\"xml\":{\"namespace\":\"urn:x\",\"prefix\":\"p\"}")
        let marked = is31 ? Braced($"\"allOf\":[{inner}],{mark}") : inner.Length > 2 ? $"{inner[..^1]},{mark}}}" : Braced(mark)
        select Braced($"\"type\":\"object\",\"required\":[\"m\"],\"properties\":{{\"m\":{marked},\"n\":{{\"type\":\"string\"}}}}");

    private static string Braced(string members) => $"{{{members}}}";

    private static string JsonText(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
