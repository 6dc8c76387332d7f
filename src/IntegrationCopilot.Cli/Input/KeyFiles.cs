using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli.Input;

/// <summary>Keys that sign traces, on disk.</summary>
internal static class KeyFiles
{
    /// <exception cref="MisuseException">The file is not a key.</exception>
    public static async Task<TraceKey> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var read = await TraceKeyFile.ReadAsync(path, cancellationToken);
        return read.Key ?? throw new MisuseException(read.Problem!);
    }
}
