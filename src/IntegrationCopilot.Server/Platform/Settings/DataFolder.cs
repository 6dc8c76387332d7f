using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Server.Platform.Settings;

/// <summary>Where files of this installation are kept. Section <c>Data</c>.</summary>
internal sealed class DataSettings
{
    /// <summary>A folder, absolute or relative to the content root; <c>data</c> by default.</summary>
    [Required]
    public string Folder { get; set; } = "data";
}

/// <summary>The folder of the settings, made when it is first needed.</summary>
internal sealed class DataFolder(IOptions<DataSettings> settings, IHostEnvironment environment)
{
    /// <summary>The full path of a file in the folder.</summary>
    public string PathOf(string fileName) => Resolve(Path.Combine(settings.Value.Folder, fileName));

    /// <summary>The full path of a file named in the settings, relative to the content root; its folder exists afterwards, for this user only.</summary>
    /// <exception cref="SettingsException">The folder cannot be made.</exception>
    public string Resolve(string path)
    {
        var full = Path.GetFullPath(path, environment.ContentRootPath);
        var folder = Path.GetDirectoryName(full)!;
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else if (!Directory.Exists(folder)) Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return full;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Wrong($"The folder {folder}", exception);
        }
    }

    /// <summary>Makes an empty file that only this user may read and write, where there is none.</summary>
    /// <exception cref="SettingsException">The file cannot be made.</exception>
    public static void Reserve(string path)
    {
        if (File.Exists(path)) return;
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            new FileStream(path, options).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Wrong($"The file {path}", exception);
        }
    }

    private static SettingsException Wrong(string what, Exception exception) =>
        new([$"{what} cannot be made: {exception.Message} Let this user write there, or name another folder with Data:Folder."]);
}
