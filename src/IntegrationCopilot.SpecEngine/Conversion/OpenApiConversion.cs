using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Hands a description over to Microsoft.OpenApi.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class OpenApiConversion
{
    /// <summary>A URI for the reader to call the document by; it is never looked up.</summary>
    private static readonly Uri Name = new("file:///openapi.json");

    /// <summary>The description as an object model of Microsoft.OpenApi 2.x, for code that lives in it.</summary>
    /// <remarks>
    /// <para>Made anew by each call from <see cref="ApiSpec.Document"/>, so it is the caller's to change. It is one document: what stood in other files is
    /// moved into its components,
    /// or written in place where components cannot hold it. Schemas that are <c>true</c> or <c>false</c> become <c>{}</c> and <c>{"not": {}}</c>, which say the
    /// same.</para>
    /// <para>Microsoft.OpenApi 2.x reads no OpenAPI 3.2: such a description is handed over as 3.1, and a problem names each field left out for that.</para>
    /// </remarks>
    /// <returns>The model and what it lacks. No exception of that library comes through.</returns>
    /// <param name="spec">The description.</param>
    public static OpenApiDocumentResult ToOpenApiDocument(this ApiSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var problems = new ProblemLog(new ReadLimits().MaxProblems);
        var document = Read(new SingleDocument(spec, problems).Write(), spec.Document, problems);
        return new OpenApiDocumentResult(document, problems.ToList(spec.Documents.All));
    }

    private static OpenApiDocument? Read(JsonNode json, RawDocument source, ProblemLog problems)
    {
        try
        {
            // Its own rules add nothing to ours but time.
            var read = new OpenApiJsonReader()
                .Read(json, Name, new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetEmptyRuleSet(), LoadExternalRefs = false });
            foreach (var remark in (read.Diagnostic?.Errors ?? []).Concat(read.Diagnostic?.Warnings ?? []))
                Report(remark.Message, remark.Pointer, source, problems);
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
