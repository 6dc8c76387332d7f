using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Settings;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Server.Platform.Http;

/// <summary>How much one caller may ask. Section <c>RateLimits</c>.</summary>
internal sealed class RateLimitSettings
{
    /// <summary>Requests a minute of one user, or of one address while nobody is signed in. Default: 600.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>Attempts a minute of one address to sign in or to use a set-up link. Default: 10.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerMinute { get; set; } = 10;
}

internal static class RateLimits
{
    /// <summary>Policy of the pages that take a password.</summary>
    public const string SignIn = "sign-in";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddSettings<RateLimitSettings>("RateLimits");
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitSettings>>((options, settings) =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = AnswerAsync;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Limit(CallerOf(context), settings.Value.RequestsPerMinute));
            options.AddPolicy(SignIn, context => HttpMethods.IsPost(context.Request.Method)
                ? Limit($"{SignIn} {AddressOf(context)}", settings.Value.SignInsPerMinute)
                : RateLimitPartition.GetNoLimiter(""));
        });
        return services;
    }

    private static RateLimitPartition<string> Limit(string partition, int permits) => RateLimitPartition.GetSlidingWindowLimiter(
        partition,
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = Window, SegmentsPerWindow = 6 });

    private static string CallerOf(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } user ? $"user {user}" : $"address {AddressOf(context)}";

    private static string AddressOf(HttpContext context) => CallerAddress.Of(context.Connection.RemoteIpAddress);

    private static async ValueTask AnswerAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (!rejected.HttpContext.Request.IsForPrograms()) return; // a person gets the page of this status
        await TypedResults.Problem(
            ProblemMapping.Problem(StatusCodes.Status429TooManyRequests, "too_many_requests", "Too many requests. Wait a moment and try again."))
            .ExecuteAsync(rejected.HttpContext);
    }
}
