using IntegrationCopilot.Server.Platform.Outbound;
using IntegrationCopilot.Server.Platform.Outcomes;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>Fetches a document from an address that a user typed.</summary>
internal sealed class SpecFetcher(OutboundHttp outbound, IOptions<SpecSettings> settings, IOptions<OutboundSettings> limits)
{
    private const string Accepted = "application/json, application/yaml, application/vnd.oai.openapi, text/yaml, text/plain, */*;q=0.1";

    public async Task<Outcome<byte[]>> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        // The client's own limit ends with the headers; a body may come as slowly as it likes.
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(limits.Value.Timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.TryAddWithoutValidation("Accept", Accepted);
            using var response = await outbound.CreateClient().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limited.Token);
            if (!response.IsSuccessStatusCode)
                return SpecErrors.NotFetched($"The address answered {(int)response.StatusCode} {response.ReasonPhrase}. Check that it needs no sign-in.");
            return await ReadAsync(response.Content, limited.Token);
        }
        catch (OutboundRefusedException refused)
        {
            return SpecErrors.NotFetched(refused.Message);
        }
        catch (IOException)
        {
            return SpecErrors.NotFetched("The connection broke while the document was being read.");
        }
        catch (InvalidDataException)
        {
            return SpecErrors.NotFetched("The document is not compressed in the way its Content-Encoding header says.");
        }
        catch (HttpRequestException exception)
        {
            return SpecErrors.NotFetched(exception.InnerException is OutboundRefusedException refused
                ? refused.Message
                : $"The address could not be reached: {exception.HttpRequestError}.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SpecErrors.NotFetched("The address did not answer in time.");
        }
    }

    private async Task<Outcome<byte[]>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var maxBytes = settings.Value.MaxDocumentBytes;
        await using var body = await content.ReadAsStreamAsync(cancellationToken);
        using var buffer = new MemoryStream();
        var block = new byte[64 * 1024];
        while (await body.ReadAsync(block, cancellationToken) is > 0 and var read)
        {
            if (buffer.Length + read > maxBytes) return SpecErrors.TooLarge(maxBytes);
            buffer.Write(block, 0, read);
        }

        return buffer.ToArray();
    }
}
