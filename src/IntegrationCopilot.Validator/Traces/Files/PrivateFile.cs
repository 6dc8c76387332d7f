namespace IntegrationCopilot.Validator;

/// <summary>How files are opened that only their owner may read.</summary>
internal static class PrivateFile
{
    public static FileStreamOptions Options(FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows() && mode != FileMode.Open) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
