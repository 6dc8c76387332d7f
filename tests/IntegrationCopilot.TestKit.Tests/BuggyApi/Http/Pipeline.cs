using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>What holds for every request, in the order in which it happens.</summary>
internal static class Pipeline
{
    public static void UsePipeline(this WebApplication app, FreightState state)
    {
        app.Use((http, next) => HeadAsGetAsync(http, state, next));
        app.Use((http, next) => WithProblemsAsync(http, state, next));
        app.UseRouting();
        app.Use((http, next) => Gate.RunAsync(http, state, next));
        app.Use((http, next) => CheckAcceptAsync(http, state, next));
    }

    private static async Task WithProblemsAsync(HttpContext http, FreightState state, RequestDelegate next)
    {
        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null }) await RefuseRouteAsync(http, state);
        }
        catch (Refusal refusal)
        {
            foreach (var (name, value) in refusal.Headers) http.Response.Headers[name] = value;
            await Reply.ProblemAsync(http, state, refusal.Status, refusal.Message);
        }
        catch (BadHttpRequestException bad)
        {
            await Reply.ProblemAsync(http, state, IsError(http, state) ? 500 : bad.StatusCode, bad.StatusCode == 415
                ? bad.Message : "A parameter is missing or has another type.");
        }
        catch (Exception)
        {
            await Reply.ProblemAsync(http, state, 500, "Something went wrong here.");
        }
    }

    /// <summary>What routing refused: a path that is not there, or a method that is not supported.</summary>
    private static Task RefuseRouteAsync(HttpContext http, FreightState state)
    {
        if (http.Response.StatusCode != 405) return Reply.ProblemAsync(http, state, http.Response.StatusCode, "There is nothing here.");
        if (HttpMethods.IsOptions(http.Request.Method))
        {
            http.Response.StatusCode = 204;
            return Task.CompletedTask;
        }

        if (state.Has(HttpBugs.OtherMethodAnswered)) return Reply.JsonAsync(http, state, 200, new { ok = true });
        if (state.Has(HttpBugs.RefusedMethodWithoutAllow)) http.Response.Headers.Remove(HeaderNames.Allow);
        return Reply.ProblemAsync(http, state, 405, "The method is not supported here.");
    }

    /// <summary>Whether a parameter that could not be read takes the server down: one of the path, or one of the query.</summary>
    private static bool IsError(HttpContext http, FreightState state)
    {
        var isPath = http.Request.RouteValues.Values.Any(value => !Guid.TryParse(value?.ToString(), out _));
        return state.Has(isPath ? InputBugs.PathTypeIsError : InputBugs.QueryTypeIsError);
    }

    /// <summary>HEAD is GET without its body (RFC 9110, section 9.3.2).</summary>
    private static async Task HeadAsGetAsync(HttpContext http, FreightState state, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        if (state.Has(HttpBugs.HeadRefused))
        {
            http.Response.Headers.Allow = "GET";
            http.Response.StatusCode = 405;
            http.Response.ContentLength = 0;
            return;
        }

        var body = http.Response.Body;
        http.Request.Method = HttpMethods.Get;
        http.Response.Body = Stream.Null;
        try
        {
            await next(http);
            if (state.Has(HttpBugs.HeadDiffers)) http.Response.ContentType = "text/html; charset=utf-8";
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
            http.Response.Body = body;
        }
    }

    private static Task CheckAcceptAsync(HttpContext http, FreightState state, RequestDelegate next)
    {
        var offered = http.GetEndpoint()?.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Where(produced => produced.StatusCode < 300)
            .SelectMany(produced => produced.ContentTypes).Select(type => new MediaTypeHeaderValue(type)).ToList() ?? [];
        if (offered.Count == 0 || http.Request.GetTypedHeaders().Accept is not { Count: > 0 } wanted
            || wanted.Any(range => range.Quality != 0 && offered.Any(type => type.IsSubsetOf(WithoutParameters(range))))) return next(http);
        if (state.Has(HttpBugs.OtherMediaTypeWantedIsError)) throw new InvalidOperationException("No formatter was found.");
        throw new Refusal(406, $"This is {offered[0].MediaType} and nothing else.");
    }

    private static MediaTypeHeaderValue WithoutParameters(MediaTypeHeaderValue range) => new(range.MediaType);
}
