using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Input;

/// <summary>Gets a document from where the user said it is.</summary>
internal static class SpecLoader
{
    private const string StandardInput = "-";
    private const string StandardInputName = "stdin";
    private static readonly TimeSpan DownloadTimeout = TimeSpan.FromSeconds(30);

    /// <exception cref="MisuseException">There is nothing to read there.</exception>
    public static async Task<SpecReadResult> LoadAsync(string spec, Func<Stream> input, CancellationToken cancellationToken)
    {
        if (spec == StandardInput) return ApiSpecReader.Read(await ReadInputAsync(input, cancellationToken), StandardInputName, cancellationToken: cancellationToken);
        if (Uri.TryCreate(spec, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            return ApiSpecReader.Read(await DownloadAsync(url!, cancellationToken), spec, cancellationToken: cancellationToken);
        if (Directory.Exists(spec)) throw new MisuseException($"'{spec}' is a folder; name the OpenAPI document in it.");
        if (!File.Exists(spec)) throw new MisuseException($"There is no file '{spec}'.");
        return await ApiSpecReader.ReadFileAsync(spec, cancellationToken: cancellationToken);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadInputAsync(Func<Stream> input, CancellationToken cancellationToken)
    {
        await using var stream = input();
        return await ReadAsync(stream, "Standard input", cancellationToken);
    }

    private static async Task<ReadOnlyMemory<byte>> DownloadAsync(Uri url, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = DownloadTimeout };
        try
        {
            using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode) throw new MisuseException($"{url} answered {(int)response.StatusCode}, not with a document.");
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await ReadAsync(stream, url.ToString(), cancellationToken).WaitAsync(DownloadTimeout, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutException || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new MisuseException($"{url} cannot be read: {e.Message}");
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, string what, CancellationToken cancellationToken)
    {
        var limit = new ReadLimits().MaxDocumentBytes;
        var content = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > limit) throw new MisuseException($"{what} is larger than {limit / (1024 * 1024)} MiB.");
            content.Write(buffer, 0, read);
        }
        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }
}
