using System.Data.Common;
using IntegrationCopilot.Server.Platform.Outcomes;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IntegrationCopilot.Server.Platform.Persistence;

/// <summary>A database that does not answer is nobody's mistake and passes: 503 with <c>Retry-After</c> (RFC 9110, section 15.6.4).</summary>
internal sealed class DatabaseOutage(IProblemDetailsService problems) : IExceptionHandler
{
    private const string RetryAfterSeconds = "5";

    /// <summary>SQLite's result codes for a file that is locked, cannot be read or written, has no room, or cannot be opened.</summary>
    private static readonly int[] SqliteCodes = [5, 6, 10, 13, 14];

    /// <summary>Whether an exception, or what caused it, says that the database is away.</summary>
    public static bool Is(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
            if (cause is DbException database && IsAway(database)) return true;
        return false;
    }

    /// <summary>The status that an exception is answered with.</summary>
    public static int StatusOf(Exception exception) => Is(exception) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!Is(exception)) return false;
        httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = ProblemMapping.Problem(StatusCodes.Status503ServiceUnavailable, ProblemMapping.CodeOf(StatusCodes.Status503ServiceUnavailable),
                "The database does not answer. What was asked for may not have been done: look, and try again in a few seconds."),
        });
    }

    private static bool IsAway(DbException exception) => exception switch
    {
        PostgresException postgres => postgres.IsTransient
            && postgres.SqlState is not (PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected),
        NpgsqlException => true,
        SqliteException sqlite => SqliteCodes.Contains(sqlite.SqliteErrorCode),
        _ => false,
    };
}
