using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>A body with what it is made of.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Source">The value of <see cref="MockHeaders.Body"/>.</param>
/// <param name="Problem">Why it does not conform; null when nothing is known against it.</param>
internal sealed record BodyAnswer(string ContentType, ReadOnlyMemory<byte> Bytes, string Source, string? Problem);

/// <summary>Makes the bodies of answers: samples written in their media type.</summary>
internal sealed class BodyAnswers(ApiSpec spec, SampleGenerator samples)
{
    private const int SequenceLength = 3;

    /// <summary>Makes a body.</summary>
    /// <param name="media">Its representation.</param>
    /// <param name="example">Name of the example asked for; null for any.</param>
    /// <param name="dynamic">Whether to make it from the schema although there are examples.</param>
    /// <param name="variation">Which of the values that can be made.</param>
    public BodyAnswer Make(ApiMediaType media, string? example, bool dynamic, int variation)
    {
        var name = MediaTypes.Concrete(media.Name);
        if (!dynamic && GivenText(media, example, name) is { } given) return given;
        if (media.ItemSchema.IsDefined && !media.Schema.IsDefined && media.Examples.Count == 0) return Sequence(media, name);
        if (!media.Schema.IsDefined && media.Examples.Count == 0 && !MediaTypes.IsJson(name)) return new BodyAnswer(name, MediaTypes.Placeholder(name), "sample;invented=1", null);
        var sample = dynamic && media.Schema.IsDefined ? samples.Make(media.Schema, MessageDirection.Response, "", variation) : samples.ForBody(media, MessageDirection.Response, example);
        if (!sample.Found && media.Examples.FirstOrDefault(e => example is null || e.Name == example) is { } refused)
            sample = new SampleResult { Json = refused.Value.ToUtf8Json(), Origin = SampleOrigin.Example, Example = refused.Name };
        return sample.Found ? Write(media, name, sample) : new BodyAnswer(name, ReadOnlyMemory<byte>.Empty, "none", sample.Problem);
    }

    private BodyAnswer Write(ApiMediaType media, string name, SampleResult sample)
    {
        if (MediaTypes.IsJson(name)) return new BodyAnswer(name, sample.Json, SourceOf(sample), null);
        var value = sample.ToElement();
        if (MediaTypes.IsXml(name)) return new BodyAnswer(name, XmlSamples.Write(spec, media.Schema, value), SourceOf(sample), null);
        if (MediaTypes.IsEventStream(name) && value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            return new BodyAnswer(name, Encoding.UTF8.GetBytes($"data: {value.GetRawText()}\n\n"), SourceOf(sample), null);
        if (value.ValueKind == JsonValueKind.String && MediaTypes.PlaceholderOf(name) is { } bytes && sample.Origin == SampleOrigin.Generated)
            return new BodyAnswer(name, bytes, SourceOf(sample), null);
        var body = BodySerializer.Serialize(spec, media, value);
        return new BodyAnswer(body?.ContentType ?? name, body?.Bytes ?? sample.Json, SourceOf(sample), null);
    }

    /// <summary>For representations that are no JSON, an example that is a string is the body as it is sent.</summary>
    private static BodyAnswer? GivenText(ApiMediaType media, string? example, string name)
    {
        if (MediaTypes.IsJson(name) || MediaTypes.IsForm(name)) return null;
        var given = media.Examples.FirstOrDefault(e => e.Value.Kind == RawKind.String && (example is null || e.Name == example));
        return given is null ? null : new BodyAnswer(name, Encoding.UTF8.GetBytes(given.Value.GetString()!), ExampleSource(given.Name), null);
    }

    private BodyAnswer Sequence(ApiMediaType media, string name)
    {
        var items = Enumerable.Range(0, SequenceLength).Select(i => samples.Make(media.ItemSchema, MessageDirection.Response, "", i)).Where(s => s.Found).ToList();
        if (items.Count == 0) return new BodyAnswer(name, ReadOnlyMemory<byte>.Empty, "none", null);
        var text = new StringBuilder();
        foreach (var item in items) text.Append(MediaTypes.IsEventStream(name) ? "data: " : "").Append(Encoding.UTF8.GetString(item.Json.Span)).Append(MediaTypes.IsEventStream(name) ? "\n\n" : "\n");
        return new BodyAnswer(name, Encoding.UTF8.GetBytes(text.ToString()), $"sample;invented={items.Sum(i => i.Invented.Count)}", null);
    }

    private static string SourceOf(SampleResult sample) =>
        sample.Origin == SampleOrigin.Example ? ExampleSource(sample.Example ?? "") : $"sample;invented={sample.Invented.Count}";

    private static string ExampleSource(string name) => name.Length == 0 ? "example" : $"example;name={StructuredText.Quote(name)}";
}
