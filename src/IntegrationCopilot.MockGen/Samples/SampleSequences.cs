using System.Buffers;

namespace IntegrationCopilot.MockGen;

/// <summary>Sequences, of which a document describes the items only (<c>itemSchema</c>; OpenAPI 3.2.0, section 4.14.4): a list of samples as one.</summary>
internal static class SampleSequences
{
    private const int Length = 3;

    /// <summary>Makes a sequence.</summary>
    /// <param name="variation">Which of the sequences that can be made.</param>
    /// <param name="make">Makes an item by its variation.</param>
    public static SampleResult Make(int variation, Func<int, SampleResult> make)
    {
        List<SampleResult> items = [.. Enumerable.Range(variation * Length, Length).Select(make)];
        if (items.Find(i => !i.Found) is { } broken) items = [broken];
        return new SampleResult
        {
            Json = Join(items),
            Origin = SampleOrigin.Generated,
            Invented = [.. items.SelectMany((item, i) => item.Invented.Select(pointer => $"/{i}{pointer}"))],
            Notes = [.. items.SelectMany((item, i) => item.Notes.Select(note => note with { Pointer = $"/{i}{note.Pointer}" }))],
            Problem = items[0].Problem,
        };
    }

    private static ReadOnlyMemory<byte> Join(List<SampleResult> items)
    {
        var json = new ArrayBufferWriter<byte>();
        json.Write("["u8);
        foreach (var item in items)
        {
            if (json.WrittenCount > 1) json.Write(","u8);
            json.Write(item.Json.Span);
        }
        json.Write("]"u8);
        return json.WrittenMemory;
    }
}
