using System.Runtime.InteropServices;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace IntegrationCopilot.Validator;

/// <summary>The parts of a multipart body (RFC 2046, section 5.1; RFC 7578).</summary>
internal sealed class MultipartParts
{
    private const int MaxParts = 10_000;
    private const int MaxHeaders = 100;
    private const int MaxHeaderBytes = 16 * 1024;
    private const int MaxBoundary = 70;
    private readonly List<MultipartPart> parts = [];

    private MultipartParts()
    {
    }

    /// <summary>The parts that could be read.</summary>
    public IReadOnlyList<MultipartPart> Parts => parts;

    /// <summary>What is wrong, in a few words; null when nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>Reads the parts.</summary>
    /// <param name="body">The body.</param>
    /// <param name="boundary">The boundary parameter of its media type; null when it has none.</param>
    public static MultipartParts Read(ReadOnlyMemory<byte> body, string? boundary)
    {
        var read = new MultipartParts();
        if (string.IsNullOrEmpty(boundary)) read.Fault = "its media type names no boundary";
        else if (boundary.Length > MaxBoundary) read.Fault = $"its boundary is longer than {MaxBoundary} characters (RFC 2046, section 5.1.1)";
        // Memory keeps no reader waiting: the task is complete when it is handed over.
        else _ = read.ReadAsync(body, boundary);
        return read;
    }

    private async Task ReadAsync(ReadOnlyMemory<byte> body, string boundary)
    {
        try
        {
            using var stream = StreamOf(body);
            var reader = new MultipartReader(boundary, stream) { HeadersCountLimit = MaxHeaders, HeadersLengthLimit = MaxHeaderBytes };
            while (await reader.ReadNextSectionAsync() is { } section)
            {
                if (parts.Count == MaxParts)
                {
                    Fault = $"it has more than {MaxParts} parts";
                    return;
                }
                parts.Add(await ReadPartAsync(section));
            }
        }
        catch (InvalidDataException)
        {
            Fault = "a part has no readable header fields";
        }
        catch (IOException)
        {
            Fault = "it ends before its closing boundary";
        }
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(body.ToArray(), writable: false);

    private static async Task<MultipartPart> ReadPartAsync(MultipartSection section)
    {
        using var content = new MemoryStream();
        await section.Body.CopyToAsync(content);
        var fields = (section.Headers ?? []).SelectMany(h => h.Value.Select(value => new KeyValuePair<string, string>(h.Key, value ?? ""))).ToList();
        var isKnown = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition);
        var hasFileName = isKnown && (disposition!.FileName.HasValue || disposition.FileNameStar.HasValue);
        return new MultipartPart(isKnown ? NameOf(disposition!) : "", hasFileName, fields, content.ToArray());
    }

    /// <summary>The name as it was before the three characters were escaped that cannot stand in it (WHATWG HTML, "multipart/form-data").</summary>
    private static string NameOf(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.UnescapeAsQuotedString(disposition.Name).ToString()
            .Replace("%22", "\"", StringComparison.Ordinal).Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal);
}
