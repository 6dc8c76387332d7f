using System.Security.Cryptography;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>A document before it is read: its bytes, and the name it carries in problems.</summary>
/// <param name="ContentHash">SHA-256 of the bytes, in lower-case hexadecimal digits.</param>
/// <param name="FileName">The name it carries in problems.</param>
internal sealed record SpecKey(string ContentHash, string FileName)
{
    public static SpecKey Of(ReadOnlyMemory<byte> content, string fileName) => new(Convert.ToHexStringLower(SHA256.HashData(content.Span)), fileName);
}

/// <summary>Reads documents off the caller's thread, and keeps those read last in memory, up to a number of bytes.</summary>
/// <remarks>What reading gives depends on nothing but the key, so organisations share it without seeing anything of each other.</remarks>
internal sealed class SpecReading(IOptions<SpecSettings> settings) : IDisposable
{
    private const int MostAtOnce = 2;

    private readonly MemoryCache _read = new(new MemoryCacheOptions { SizeLimit = settings.Value.CacheBytes });
    private readonly SemaphoreSlim _turns = new(MostAtOnce);

    /// <param name="key">Which document.</param>
    /// <param name="load">Gives its bytes when it has to be read.</param>
    /// <param name="cancellationToken">Stops waiting and reading.</param>
    /// <exception cref="TimeoutException">Reading took longer than the settings allow.</exception>
    public async Task<SpecReadResult> ReadAsync(SpecKey key, Func<Task<byte[]>> load, CancellationToken cancellationToken)
    {
        if (_read.TryGetValue(key, out SpecReadResult? known)) return known!;
        await _turns.WaitAsync(cancellationToken);
        try
        {
            if (_read.TryGetValue(key, out known)) return known!;
            var content = await load();
            var result = await ReadAsync(key, content, cancellationToken);
            _read.Set(key, result, new MemoryCacheEntryOptions { Size = Math.Max(1, content.Length) });
            return result;
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose()
    {
        _read.Dispose();
        _turns.Dispose();
    }

    private async Task<SpecReadResult> ReadAsync(SpecKey key, byte[] content, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(settings.Value.ReadTimeout);
        try
        {
            // A circuit's thread must not be held while a large document is read.
            return await Task.Run(() => DocumentCheck.Complete(ApiSpecReader.Read(content, key.FileName, cancellationToken: limited.Token), limited.Token),
                limited.Token);
        }
        catch (OperationCanceledException cancelled) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Reading {key.FileName} took longer than {settings.Value.ReadTimeout}.", cancelled);
        }
    }
}
