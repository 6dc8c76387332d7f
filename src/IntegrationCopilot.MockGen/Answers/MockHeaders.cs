namespace IntegrationCopilot.MockGen;

/// <summary>Headers by which a mock tells what its answers are made of. Values are structured fields (RFC 9651).</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class MockHeaders
{
    /// <summary>
    /// Where the body comes from: <c>example</c> (the document gives it; <c>name</c> says which), <c>sample</c> (made from the schema; <c>invented</c> counts
    /// the values nobody gave),
    /// <c>problem</c> (the mock's own words), <c>state</c> (kept from an earlier request), <c>override</c> (a test has set it) or <c>none</c>.
    /// </summary>
    public const string Body = "Mock-Body";

    /// <summary>Why the answer does not conform to the document, as a string; absent when it does.</summary>
    public const string Nonconforming = "Mock-Nonconforming";

    /// <summary>How many of the things kept had to go to make room for what was written, the oldest first; absent when none had.</summary>
    public const string Forgotten = "Mock-Forgotten";

    /// <summary>What is wrong with the request, one string a finding, at most five.</summary>
    public const string Findings = "Mock-Findings";

    /// <summary>
    /// What the reader of the answer must know beside: what was ignored, assumed or not checked, one string each, at most five. Absent when there is nothing.
    /// </summary>
    public const string Notes = "Mock-Notes";

    /// <summary>Sent by those who control a mock: its <see cref="MockOptions.ControlToken"/>.</summary>
    public const string ControlToken = "Mock-Control-Token";

    /// <summary>Ids of the faults that the answer shows, or that its request has met, separated by commas; absent where there are none.</summary>
    public const string Fault = "Mock-Fault";

    /// <summary>
    /// How many deliveries of webhooks and callbacks the request caused, an integer; <c>reason</c> says why others were not sent. Absent when it caused none.
    /// </summary>
    public const string Deliveries = "Mock-Deliveries";
}
