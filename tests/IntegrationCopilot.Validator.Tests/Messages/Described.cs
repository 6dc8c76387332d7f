using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Small API descriptions for tests.</summary>
internal static class Described
{
    /// <summary>Reads an OpenAPI 3.x document of which only the interesting members are given.</summary>
    public static ApiSpec Api(string members, string version = "3.1.1")
    {
        var text = $$"""{"openapi":"{{version}}","info":{"title":"t","version":"1"},{{members}}}""";
        var result = ApiSpecReader.Read(Encoding.UTF8.GetBytes(text), "api.json");
        result.Spec.Should().NotBeNull("{0}", string.Join("; ", result.Problems.Select(p => p.Message)));
        return result.Spec!;
    }

    /// <summary>An API of nothing but paths, each with one GET or with the methods given.</summary>
    public static ApiSpec Paths(params string[] paths) => Api($"\"paths\":{{{string.Join(',', paths.Select(PathItem))}}}");

    /// <summary>An API with one operation: its members beside <c>responses</c>.</summary>
    public static ApiSpec Operation(string path, string method, string members, string more = "", string version = "3.1.1")
    {
        var responses = members.Contains("\"responses\"", StringComparison.Ordinal) ? "" : ",\"responses\":{\"200\":{\"description\":\"ok\"}}";
        return Api($"{more}\"paths\":{{\"{path}\":{{\"{method}\":{{{members}{responses}}}}}}}", version);
    }

    private static string PathItem(string path)
    {
        var parts = path.Split(' ');
        var methods = parts.Length == 1 ? ["get"] : parts[0].Split(',');
        return $"\"{parts[^1]}\":{{{string.Join(',', methods.Select(m => $"\"{m}\":{{\"responses\":{{\"200\":{{\"description\":\"ok\"}}}}}}"))}}}";
    }
}
