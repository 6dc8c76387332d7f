using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Hands a description over to Microsoft.OpenApi.</summary>
internal static class OpenApiConversion
{
    /// <summary>A URI for the reader to call the document by; it is never looked up.</summary>
    private static readonly Uri Name = new("file:///openapi.json");

    public static OpenApiDocumentResult Convert(ApiSpec spec)
    {
        var problems = new ProblemLog(new ReadLimits().MaxProblems);
        var document = Read(new SingleDocument(spec, problems).Write(), spec.Document, problems);
        return new OpenApiDocumentResult(document, problems.ToList(spec.Documents.All));
    }

    private static OpenApiDocument? Read(JsonNode json, RawDocument source, ProblemLog problems)
    {
        try
        {
            // Its own rules add nothing to ours but time.
            var read = new OpenApiJsonReader().Read(json, Name, new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetEmptyRuleSet(), LoadExternalRefs = false });
            foreach (var remark in (read.Diagnostic?.Errors ?? []).Concat(read.Diagnostic?.Warnings ?? [])) Report(remark.Message, remark.Pointer, source, problems);
            if (read.Document is null) problems.Add(ConversionRules.Failed, source.Root, "it gives no reason.");
            return read.Document;
        }
        // The library throws many types for documents it did not expect, NullReferenceException among them; none may reach a caller.
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            problems.Add(ConversionRules.Failed, source.Root, Sentence(error.Message));
            return null;
        }
    }

    /// <summary>The library gives the place as a pointer, or only at the end of its sentence.</summary>
    private static void Report(string message, string? pointer, RawDocument source, ProblemLog problems)
    {
        var inText = message.LastIndexOf(" at #/", StringComparison.Ordinal);
        var place = source.Find(pointer?.TrimStart('#') ?? "");
        if (place == source.Root && inText >= 0) place = source.Find(message[(inText + " at #".Length)..]);
        problems.Add(ConversionRules.Remark, place.IsDefined ? place : source.Root, Sentence(message));
    }

    private static string Sentence(string text)
    {
        var trimmed = Excerpt.Of(text.Trim());
        return trimmed.EndsWith('.') ? trimmed : trimmed + ".";
    }
}
