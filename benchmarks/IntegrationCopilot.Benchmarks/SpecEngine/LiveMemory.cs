using System.Runtime.CompilerServices;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Benchmarks;

/// <summary>Measures what an API holds in memory once it has been read, its document included.</summary>
internal static class LiveMemory
{
    private static readonly string[] Documents =
        ["specs/square-api.json", "specs/svix-lib-3.1.json", "specs/github-api-1.1.4.yaml", "specs/openai-2.3.yaml", "malformed/stress/generated-9mb.json"];

    public static int Run()
    {
        foreach (var document in Documents) Measure(document);
        return 0;
    }

    /// <summary>A method of its own, so that nothing of the document before is still held.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Measure(string document)
    {
        ApiSpecReader.Read("{}"u8.ToArray(), "warm-up.json");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var spec = Read(document, out var size);
        var live = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(spec);
        Console.WriteLine($"{document}: {size:N0} bytes, {live:N0} live, {(double)live / size:F1} times");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ApiSpec? Read(string document, out int size)
    {
        var bytes = Corpus.Bytes(document);
        size = bytes.Length;
        return ApiSpecReader.Read(bytes, document).Spec;
    }
}
