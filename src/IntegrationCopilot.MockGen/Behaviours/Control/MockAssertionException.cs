namespace IntegrationCopilot.MockGen;

/// <summary>A mock did not receive what a test expects. The message says what it did receive.</summary>
/// <threadsafety>As every exception: shared between threads for reading only.</threadsafety>
public sealed class MockAssertionException : Exception
{
    /// <summary>Initializes a new instance.</summary>
    public MockAssertionException()
    {
    }

    /// <summary>Initializes a new instance.</summary>
    /// <param name="message">What was expected and what was received.</param>
    public MockAssertionException(string message) : base(message)
    {
    }

    /// <summary>Initializes a new instance.</summary>
    /// <param name="message">What was expected and what was received.</param>
    /// <param name="innerException">What led to it.</param>
    public MockAssertionException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
