using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Benchmarks;

/// <summary>Measures what an API holds in memory once it has been read, its document included.</summary>
internal static class LiveMemory
{
    private static readonly string[] Documents = ["specs/square-api.json", "specs/svix-lib-3.1.json", "specs/github-api-1.1.4.yaml", "specs/openai-2.3.yaml", "malformed/stress/generated-9mb.json"];

    public static int Run()
    {
        foreach (var document in Documents)
        {
            var size = Corpus.Bytes(document).Length;
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var spec = ApiSpecReader.Read(Corpus.Bytes(document), document).Spec;
            var live = GC.GetTotalMemory(forceFullCollection: true) - before;
            GC.KeepAlive(spec);
            Console.WriteLine($"{document}: {size:N0} bytes, {live:N0} live, {(double)live / size:F1} times");
        }
        return 0;
    }
}
