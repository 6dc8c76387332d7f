using System.Buffers;
using System.Text.Json;

namespace IntegrationCopilot.Validator;

/// <summary>A signing key on disk: <c>{ "keyId": "…", "key": "base64" }</c>, readable by its owner only.</summary>
/// <threadsafety>Static and stateless.</threadsafety>
public static class TraceKeyFile
{
    private const int MaxBytes = 64 * 1024;

    /// <summary>Reads a key.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The key, or why there is none: the file is absent, unreadable or not a key file.</returns>
    public static async Task<TraceKeyReadResult> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes }) return Refuse(path, "it is too large");
            return Parse(path, await File.ReadAllBytesAsync(path, cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, e.Message);
        }
    }

    /// <summary>Writes a key to a new file that only its owner may read and write (mode 600; on Windows the folder's permissions apply).</summary>
    /// <param name="path">The file, which must not exist.</param>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <exception cref="IOException">The file exists or cannot be written.</exception>
    public static async Task CreateAsync(string path, TraceKey key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(key);
        await using var file = new FileStream(path, PrivateFile.Options(FileMode.CreateNew, FileAccess.Write, FileShare.None));
        await file.WriteAsync(Serialize(key), cancellationToken);
    }

    private static ReadOnlyMemory<byte> Serialize(TraceKey key)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteString("keyId"u8, key.Id);
        writer.WriteBase64String("key"u8, key.Secret);
        writer.WriteEndObject();
        writer.Flush();
        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    private static TraceKeyReadResult Parse(string path, byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return Refuse(path, "it is not a JSON object");
            if (!root.TryGetProperty("keyId"u8, out var id) || id.ValueKind != JsonValueKind.String || !TraceKey.IsValidId(id.GetString()))
                return Refuse(path, "'keyId' is missing or not an identifier");
            if (!root.TryGetProperty("key"u8, out var key) || key.ValueKind != JsonValueKind.String || !key.TryGetBytesFromBase64(out var secret))
                return Refuse(path, "'key' is missing or not base64");
            if (secret.Length < TraceKey.MinSecretBytes) return Refuse(path, $"'key' is shorter than {TraceKey.MinSecretBytes} bytes");
            return new(new TraceKey(id.GetString()!, secret), null);
        }
        catch (JsonException)
        {
            return Refuse(path, "it is not JSON");
        }
    }

    private static TraceKeyReadResult Refuse(string path, string reason) => new(null, $"'{path}' is not a key file: {reason}.");
}

/// <summary>A key that was read, or why there is none. Exactly one of the two is there.</summary>
/// <param name="Key">The key; null when there is a problem.</param>
/// <param name="Problem">One sentence that never quotes the secret; null when there is a key.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TraceKeyReadResult(TraceKey? Key, string? Problem);
