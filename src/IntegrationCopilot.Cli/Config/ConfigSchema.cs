using System.Globalization;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli.Config;

/// <summary>What a <see cref="ConfigFile"/> may hold: the schema that editors complete with is also what a file is checked by.</summary>
internal sealed class ConfigSchema
{
    private const string Resource = "config.schema.json";
    private const string Secret = "/$defs/secret/";

    private readonly RawDocument text;
    private readonly CompiledSchema compiled;

    private ConfigSchema()
    {
        text = RawDocumentReader.Read(Bytes(), Resource).Document ?? throw Broken();
        compiled = CompiledSchema.Compile(text.Root).Schema ?? throw Broken();
    }

    /// <summary>Each mistake with file, line and column, and what to write instead.</summary>
    public static IReadOnlyList<string> MistakesIn(RawDocument document)
    {
        var schema = new ConfigSchema();
        return [.. schema.compiled.Validate(document.Root.ToUtf8Json(), "").Select(finding => schema.Told(document, finding))];
    }

    private string Told(RawDocument document, Finding finding)
    {
        var at = document.Find(finding.Pointer);
        var location = at.IsDefined ? at.Location : document.Root.Location;
        var place = finding.Where.Length == 0 ? "" : $"{finding.Where.TrimStart('.')}: ";
        return string.Create(CultureInfo.InvariantCulture, $"{document.Name}:{location.Line}:{location.Column}: {place}{Message(finding)}");
    }

    /// <summary>What is wrong, and what the schema says belongs there. What stands where a secret belongs may be one, and is not shown.</summary>
    private string Message(Finding finding)
    {
        var keyword = finding.Source?.Pointer ?? "";
        if (keyword.StartsWith(Secret, StringComparison.Ordinal))
            return "A secret does not belong into this file; write env:NAME or file:PATH, which say where it is.";
        var description = text.Find(keyword[..Math.Max(0, keyword.LastIndexOf('/'))])["description"].GetString();
        return description is null ? finding.Message : $"{finding.Message} {description}";
    }

    private static byte[] Bytes()
    {
        using var stream = typeof(ConfigSchema).Assembly.GetManifestResourceStream(Resource) ?? throw Broken();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static InvalidOperationException Broken() => new($"The program was built without a {Resource} that can be used.");
}
