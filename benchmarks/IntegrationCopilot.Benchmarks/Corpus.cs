namespace IntegrationCopilot.Benchmarks;

/// <summary>Documents of the corpus that lies beside the repository.</summary>
internal static class Corpus
{
    private static readonly string Root = Find();

    /// <summary>The bytes of a document.</summary>
    /// <param name="path">Its path inside the corpus, for example <c>specs/square-api.json</c>.</param>
    public static byte[] Bytes(string path) => File.ReadAllBytes(PathOf(path));

    /// <summary>Where a file or folder of the corpus is.</summary>
    /// <param name="path">Its path inside the corpus.</param>
    public static string PathOf(string path) => Path.Combine(Root, path);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(beside)) return beside;
        }
        throw new DirectoryNotFoundException("The corpus folder shared/data is not beside this checkout. Benchmarks measure real documents.");
    }
}
