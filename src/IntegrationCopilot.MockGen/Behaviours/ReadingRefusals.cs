namespace IntegrationCopilot.MockGen;

/// <summary>Answers to requests that could not be read.</summary>
internal static class ReadingRefusals
{
    /// <summary>The answer to a body that is too large.</summary>
    public static MockReply TooLarge(MockOptions options) => Make(413, $"The body is larger than the {options.MaxBodyBytes} bytes that are read.");

    /// <summary>An answer after which the connection closes, because nobody knows what of the request is still to come.</summary>
    public static MockReply Make(int status, string detail) => ErrorAnswers.Make(status, detail).With("Connection", "close");
}
