using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Documents, which are uploaded as forms.</summary>
internal static class DocumentEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("documents");
        documents.MapGet("", ListAsync).WithName("listDocuments").Produces<DocumentList>();
        documents.MapPost("", UploadAsync).WithName("uploadDocument").Takes<IFormFile>("multipart/form-data").Produces<Document>(201).Refuses(400, 415, 422);
        documents.MapGet("/{documentId}", ReadAsync).WithName("readDocument").Produces<Document>().Refuses(400, 404);
        documents.MapGet("/{documentId}/content", DownloadAsync).WithName("downloadDocument").Produces<byte[]>(200, "application/octet-stream")
            .Refuses(400, 404);
        documents.MapDelete("/{documentId}", DeleteAsync).WithName("deleteDocument").Produces(204).Refuses(400, 404);
    }

    private static Task ListAsync(HttpContext http, FreightState state) =>
        Reply.JsonAsync(http, state, 200, new DocumentList([.. state.Documents.Of(http.Caller()).Select(kept => kept.Thing)]));

    private static async Task UploadAsync(HttpContext http, FreightState state)
    {
        var form = await FormAsync(http);
        var (title, file) = (form["title"].ToString(), form.Files.GetFile("file"));
        if (title.EnumerateRunes().Count() is < 1 or > 60) throw new Refusal(422, "title is missing, or has not 1 to 60 characters.");
        if (!form.ContainsKey("kind")) throw new Refusal(422, "kind is missing.");
        if (file is null && !state.Has(InputBugs.UploadWithoutFile)) throw new Refusal(422, "file is missing.");
        var kind = KindOf(form["kind"].ToString());
        var content = file is null ? [] : await ContentAsync(file, http.RequestAborted);
        var document = new Document { Id = Guid.NewGuid(), Title = title, Kind = kind, SizeBytes = content.Length, CreatedAt = state.Now };
        if (!state.Has(StateBugs.CreateStoresNothing)) state.Documents.Add(document.Id, http.Caller(), document);
        state.Contents[document.Id] = content;
        http.Response.Headers.Location = $"/documents/{document.Id}";
        await Reply.JsonAsync(http, state, 201, document);
    }

    private static Task ReadAsync(HttpContext http, FreightState state, Guid documentId) =>
        Reply.JsonAsync(http, state, 200, state.Documents.Get(documentId, http.Caller(), "document").Thing);

    private static async Task DownloadAsync(HttpContext http, FreightState state, Guid documentId)
    {
        var content = state.Contents[state.Documents.Get(documentId, http.Caller(), "document").Id];
        http.Response.ContentType = "application/octet-stream";
        http.Response.ContentLength = content.Length;
        await http.Response.Body.WriteAsync(content, http.RequestAborted);
    }

    private static Task DeleteAsync(HttpContext http, FreightState state, Guid documentId)
    {
        if (state.Has(HttpBugs.UnknownIdIsDeleted) && state.Documents.Find(documentId) is null)
            return Reply.JsonAsync(http, state, 200, new { deleted = true });
        state.Documents.Get(documentId, http.Caller(), "document");
        state.Documents.Remove(documentId);
        state.Contents.TryRemove(documentId, out _);
        http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static async Task<IFormCollection> FormAsync(HttpContext http)
    {
        if (http.Request.ContentType is null && http.Request.ContentLength is null or 0) throw new Refusal(400, "The body is missing.");
        if (http.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
            throw new Refusal(415, "The body must be multipart/form-data.");
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException)
        {
            throw new Refusal(400, "The form cannot be read.");
        }
    }

    private static DocumentKind KindOf(string text)
    {
        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            if (string.Equals(kind.ToString(), text, StringComparison.OrdinalIgnoreCase) && char.IsLower(text[0])) return kind;
        }

        throw new Refusal(422, "kind is not one of its list.");
    }

    private static async Task<byte[]> ContentAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }
}
