using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Input;

/// <summary>Gets a document from where the user said it is.</summary>
internal static class SpecLoader
{
    /// <summary>Stands for standard input.</summary>
    public const string StandardInput = "-";

    private const string StandardInputName = "stdin";
    private static readonly TimeSpan DownloadTimeout = TimeSpan.FromSeconds(30);

    /// <param name="spec">A path, <c>-</c> or a URL.</param>
    /// <param name="root">The folder whose files the document may refer to; null for the folder it is in.</param>
    /// <param name="input">What <c>-</c> stands for.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="MisuseException">There is nothing to read there.</exception>
    public static async Task<SpecReadResult> LoadAsync(string spec, string? root, Func<Stream> input, CancellationToken cancellationToken)
    {
        var isUrl = HttpUrl.Is(spec);
        if (root is not null && (isUrl || spec == StandardInput))
            throw new MisuseException("--root is about files that a file refers to; a document from standard input or a URL refers to none.");
        if (spec == StandardInput)
            return ApiSpecReader.Read(await ReadInputAsync(input, cancellationToken), StandardInputName, cancellationToken: cancellationToken);
        if (isUrl)
            return ApiSpecReader.Read(await DownloadAsync(new Uri(spec), cancellationToken), spec, cancellationToken: cancellationToken);
        if (Directory.Exists(spec)) throw new MisuseException($"'{spec}' is a folder; name the OpenAPI document in it.");
        if (!File.Exists(spec)) throw new MisuseException($"There is no file '{spec}'.");
        return await ApiSpecReader.ReadFileAsync(spec, new SpecReadOptions { Source = Source(spec, root) }, cancellationToken);
    }

    private static DocumentSource? Source(string spec, string? root)
    {
        if (root is null) return null;
        if (!Directory.Exists(root)) throw new MisuseException($"--root names a folder, and there is none '{root}'.");
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        if (Path.GetRelativePath(folder, Path.GetFullPath(spec)).Split(Path.DirectorySeparatorChar)[0] == "..")
            throw new MisuseException($"'{spec}' is not beneath --root '{root}'; name a folder that holds both the document and what it refers to.");
        return DocumentSources.Folder(folder);
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
