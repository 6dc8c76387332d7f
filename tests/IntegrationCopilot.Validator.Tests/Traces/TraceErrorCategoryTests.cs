using System.Net.Sockets;

namespace IntegrationCopilot.Validator.Tests;

public sealed class TraceErrorCategoryTests
{
    [Theory]
    [InlineData(200, TraceErrorCategory.None)]
    [InlineData(304, TraceErrorCategory.None)]
    [InlineData(401, TraceErrorCategory.Auth)]
    [InlineData(403, TraceErrorCategory.Auth)]
    [InlineData(400, TraceErrorCategory.Validation)]
    [InlineData(422, TraceErrorCategory.Validation)]
    [InlineData(404, TraceErrorCategory.NotFound)]
    [InlineData(409, TraceErrorCategory.Conflict)]
    [InlineData(429, TraceErrorCategory.RateLimit)]
    [InlineData(418, TraceErrorCategory.Client)]
    [InlineData(504, TraceErrorCategory.Timeout)]
    [InlineData(503, TraceErrorCategory.Server)]
    public void Categorize_Status_GivesItsCategory(int status, TraceErrorCategory expected) =>
        TraceErrorCategories.Categorize(status, new IOException("ignored")).Should().Be(expected);

    public static TheoryData<Exception?, TraceErrorCategory> Exceptions => new()
    {
        { null, TraceErrorCategory.Network },
        { new TaskCanceledException("timed out", new TimeoutException()), TraceErrorCategory.Timeout },
        { new HttpRequestException("x", new SocketException((int)SocketError.TimedOut)), TraceErrorCategory.Timeout },
        { new OperationCanceledException(), TraceErrorCategory.Cancelled },
        { new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused)), TraceErrorCategory.Network },
        { new HttpRequestException(null, null, System.Net.HttpStatusCode.Forbidden), TraceErrorCategory.Auth },
    };

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Categorize_Exception_GivesItsCategory(Exception? exception, TraceErrorCategory expected) =>
        TraceErrorCategories.Categorize(null, exception).Should().Be(expected);
}
