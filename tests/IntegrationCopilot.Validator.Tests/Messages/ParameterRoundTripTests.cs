using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Whatever <see cref="ParameterSerializer"/> spells, the validator reads back.</summary>
public sealed class ParameterRoundTripTests
{
    private const string Texts = """{"type":"string"}""";
    private const string Lists = """{"type":"array","items":{"type":"string"}}""";
    private const string Numbers = """{"type":"array","items":{"type":"integer"}}""";
    private const string Objects = """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer"},"c":{"type":"boolean"}},"additionalProperties":false}""";

    private static readonly (string Place, string Style, bool Explode)[] Spellings =
    [
        ("path", "simple", false), ("path", "simple", true), ("path", "label", false), ("path", "matrix", false), ("path", "matrix", true),
        ("query", "form", false), ("query", "form", true), ("cookie", "form", false), ("cookie", "form", true),
    ];

    private static readonly Gen<string> AnyText = ArbMap.Default.GeneratorFor<string>().Select(t => Printable(t ?? ""));

    /// <summary>What a delimiter can stand between without being mistaken.</summary>
    private static readonly Gen<string> PlainText = Gen.ArrayOf(Gen.Elements("abcXYZ019-_~".ToCharArray())).Where(a => a.Length > 0).Select(a => new string(a));

    [Property(MaxTest = 300)]
    public Property Read_SerializedText_GivesItBack() =>
        RoundTrips(Texts, AnyText.Where(t => t.Length > 0).Select(t => JsonSerializer.Serialize(t)), Spellings);

    [Property(MaxTest = 300)]
    public Property Read_SerializedArrayOfTexts_GivesItBack() =>
        RoundTrips(Lists, Gen.NonEmptyListOf(AnyText.Where(t => t.Length > 0)).Select(l => JsonSerializer.Serialize(l)), Spellings);

    [Property(MaxTest = 200)]
    public Property Read_SerializedArrayOfIntegers_GivesItBack() =>
        RoundTrips(Numbers, Gen.NonEmptyListOf(ArbMap.Default.GeneratorFor<int>()).Select(l => JsonSerializer.Serialize(l)), Spellings);

    [Property(MaxTest = 300)]
    public Property Read_SerializedObject_GivesItBack() =>
        RoundTrips(Objects, ObjectOf(AnyText), [.. Spellings, ("query", "deepObject", true)]);

    [Property(MaxTest = 300)]
    public Property Read_SerializedWithBareDelimiters_GivesItBack() =>
        RoundTrips(Lists, Gen.NonEmptyListOf(PlainText).Select(l => JsonSerializer.Serialize(l)),
            [("path", "label", true), ("header", "simple", false), ("query", "spaceDelimited", false), ("query", "pipeDelimited", false)]);

    [Property(MaxTest = 200)]
    public Property Read_SerializedObjectWithBareDelimiters_GivesItBack() =>
        RoundTrips(Objects, ObjectOf(PlainText),
            [("path", "label", true), ("header", "simple", false), ("header", "simple", true), ("query", "spaceDelimited", false),
            ("query", "pipeDelimited", false)]);

    private static Gen<string> ObjectOf(Gen<string> texts) =>
        from text in texts
        from number in ArbMap.Default.GeneratorFor<int>()
        from flag in ArbMap.Default.GeneratorFor<bool>()
        select JsonSerializer.Serialize(new { a = text, b = number, c = flag });

    private static Property RoundTrips(string schema, Gen<string> values, (string Place, string Style, bool Explode)[] spellings)
    {
        var parameters = spellings.Select(s => ParameterReading.Describe(s.Place, s.Style, s.Explode, schema)).ToArray();
        return Prop.ForAll(values.ToArbitrary(), json => parameters.All(p => Same(p, json)));
    }

    private static bool Same(ApiParameter parameter, string json)
    {
        var value = JsonElement.Parse(json);
        var spelling = ParameterSerializer.Serialize(parameter, value);
        var back = ParameterReading.Read(parameter, spelling, lenient: false);
        return back is not null && JsonElement.DeepEquals(JsonElement.Parse(back), value)
            ? true
            : throw new InvalidOperationException($"{parameter.Place} {parameter.Style} explode={parameter.Explode}: {json} → {spelling} → {back}");
    }

    private static string Printable(string text) => new([.. text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]);
}
