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

    /// <summary>The full path of a file named in the settings, relative to the content root; its folder exists afterwards, made for this user only where
    /// there was none.</summary>
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
            throw new SettingsException(
                [$"The folder {folder} cannot be made: {exception.Message} Name another with Data:Folder, or let this user write there."]);
        }
    }

    /// <summary>Lets only this user read and write a file, where there is one.</summary>
    public static void KeepToUser(string path)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path)) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
