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

    /// <summary>The full path of a file named in the settings, relative to the content root; its folder exists afterwards.</summary>
    public string Resolve(string path)
    {
        var full = Path.GetFullPath(path, environment.ContentRootPath);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return full;
    }
}
