using System.Text.Json;
using System.Xml;
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
    private static readonly JsonElement Stopgap = AsJson.Element("sample");

    /// <summary>Makes a body.</summary>
    /// <param name="media">Its representation, under the concrete type it is sent as.</param>
    /// <param name="example">Name of the example asked for; null for any.</param>
    /// <param name="dynamic">Whether to make it from the schema although there are examples.</param>
    /// <param name="variation">Which of the values that can be made.</param>
    public BodyAnswer Make(ApiMediaType media, string? example, bool dynamic, int variation)
    {
        if (!dynamic && GivenText(media, example) is { } given) return given;
        var sample = samples.ForBody(dynamic && (media.Schema.IsDefined || media.ItemSchema.IsDefined) ? media with { Examples = [] } : media,
            MessageDirection.Response, example, dynamic ? variation : 0);
        if (!sample.Found && media.Examples.FirstOrDefault(e => example is null || e.Name == example) is { } refused)
            sample = new SampleResult { Json = refused.Value.ToUtf8Json(), Origin = SampleOrigin.Example, Example = refused.Name };
        if (sample.Json.IsEmpty) return new BodyAnswer(media.Name, ReadOnlyMemory<byte>.Empty, "none", sample.Problem);
        // What comes near is more use to a client than no body; the problem names what is not right.
        var answer = Write(media, sample);
        return answer with { Problem = sample.Problem ?? answer.Problem };
    }

    /// <summary>A JSON value written in a representation.</summary>
    public BodyAnswer Of(ApiMediaType media, ReadOnlyMemory<byte> json) => Write(media, new SampleResult { Json = json, Origin = SampleOrigin.Generated });

    private BodyAnswer Write(ApiMediaType media, SampleResult sample)
    {
        if (media.IsJson) return new BodyAnswer(media.Name, sample.Json, SourceOf(sample), null);
        if (sample.Origin == SampleOrigin.Generated && IsText(media) && SaysNothing(media))
            return Write(new BodyContent(spec, media, Stopgap, IsInvented: true), "sample;invented=1");
        return Write(new BodyContent(spec, media, sample.ToElement(), sample.Origin == SampleOrigin.Generated), SourceOf(sample));
    }

    /// <summary>Whether the whole body can be a text that is no JSON.</summary>
    private static bool IsText(ApiMediaType media) => media.Type is { IsForm: false, IsMultipartForm: false, IsJsonSequence: false };

    private bool SaysNothing(ApiMediaType media) =>
        !media.ItemSchema.IsDefined && spec.Resolve(media.Schema) is { IsDefined: false } or { Kind: RawKind.True } or { IsObject: true, Count: 0 };

    private static BodyAnswer Write(BodyContent content, string source)
    {
        var body = BodyWriters.Write(content);
        return new BodyAnswer(body.ContentType, body.Bytes, source, body.Problem);
    }

    /// <summary>For representations that are no JSON, an example that is a string is the body as it is sent.</summary>
    private static BodyAnswer? GivenText(ApiMediaType media, string? example)
    {
        if (media.IsJson || media.Type.IsForm || media.Type.IsMultipartForm) return null;
        var given = media.Examples.FirstOrDefault(e => e.Value.Kind == RawKind.String && (example is null || e.Name == example));
        if (given is null) return null;
        var text = given.Value.GetString()!;
        if (media.Type.HasXmlSyntax && !IsXml(text)) return null;
        var body = media.Type.IsMultipart ? SerializedBodies.GivenParts(media.Name, text) : WrittenBody.Text(media.Name, text);
        return new BodyAnswer(body.ContentType, body.Bytes, ExampleSource(given.Name), null);
    }

    /// <summary>Whether a text is well-formed, without which it is no XML that anybody could read.</summary>
    private static bool IsXml(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text));
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static string SourceOf(SampleResult sample) =>
        sample.Origin == SampleOrigin.Example ? ExampleSource(sample.Example ?? "") : $"sample;invented={sample.Invented.Count}";

    private static string ExampleSource(string name) => name.Length == 0 ? "example" : $"example;name={StructuredText.Quote(name)}";
}
