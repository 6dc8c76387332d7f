namespace IntegrationCopilot.TestKit.Xunit;

/// <summary>Where a document lies that a test names.</summary>
internal static class DocumentPath
{
    /// <summary>The first file of that name beside the test assembly or in a folder above it, so that a document need not be copied.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static string Find(string document)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.GetFullPath(document, folder.FullName);
            if (File.Exists(path)) return path;
        }

        throw new FileNotFoundException(
            $"There is no file '{document}' in '{AppContext.BaseDirectory}', nor in a folder above it. "
            + "Name it relative to one of them, or copy it to the output folder.", document);
    }
}
