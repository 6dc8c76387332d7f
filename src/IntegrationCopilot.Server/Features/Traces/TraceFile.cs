using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Validator;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Traces;

/// <summary>The chain of a project as the signed file that <c>integration-copilot trace verify</c> accepts.</summary>
internal sealed class TraceFile(AppDbContext database, TraceKeys keys)
{
    /// <summary>Writes the file to a temporary place that is gone when the stream is disposed, so that its size does not matter.</summary>
    /// <returns>The file from its beginning.</returns>
    public async Task<FileStream> WriteAsync(ProjectTraceChain chain, CancellationToken cancellationToken)
    {
        var file = CreateTemporary();
        try
        {
            await file.WriteAsync(chain.Header, cancellationToken);
            var lines = database.Set<StoredTrace>().Where(trace => trace.ProjectId == chain.ProjectId && trace.Sequence <= chain.LastSequence)
                .OrderBy(trace => trace.Sequence).Select(trace => trace.Line);
            await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancellationToken)) await file.WriteAsync(line, cancellationToken);
            using var writer = TraceChain.Continue(keys.Open(chain), chain.LastSequence, chain.LastSignature);
            await file.WriteAsync(writer.Close().Text, cancellationToken);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static FileStream CreateTemporary()
    {
        var options =
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }
}
