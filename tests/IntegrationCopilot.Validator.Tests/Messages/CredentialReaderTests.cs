using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator.Tests;

public sealed class CredentialReaderTests
{
    [Theory]
    [InlineData("""{"type":"apiKey","in":"header","name":"X-Key"}""", "/", "X-Key: k1", CredentialState.Present, "k1")]
    [InlineData("""{"type":"apiKey","in":"header","name":"X-Key"}""", "/", "x-key:  ", CredentialState.Malformed, null)]
    [InlineData("""{"type":"apiKey","in":"header","name":"X-Key"}""", "/?X-Key=k1", "Other: k1", CredentialState.Missing, null)]
    [InlineData("""{"type":"apiKey","in":"query","name":"key"}""", "/?a=b&key=k%201", "", CredentialState.Present, "k 1")]
    [InlineData("""{"type":"apiKey","in":"query","name":"key"}""", "/?key=", "", CredentialState.Malformed, null)]
    [InlineData("""{"type":"apiKey","in":"cookie","name":"sid"}""", "/", "Cookie: a=b; sid=s1", CredentialState.Present, "s1")]
    [InlineData("""{"type":"http","scheme":"basic"}""", "/", "Authorization: Basic dXNlcjpwdw==", CredentialState.Present, "user:pw")]
    [InlineData("""{"type":"http","scheme":"basic"}""", "/", "Authorization: basic dXNlcg==", CredentialState.Malformed, null)]
    [InlineData("""{"type":"http","scheme":"basic"}""", "/", "Authorization: Basic ???", CredentialState.Malformed, null)]
    [InlineData("""{"type":"http","scheme":"basic"}""", "/", "Authorization: Bearer t", CredentialState.Malformed, null)]
    [InlineData("""{"type":"http","scheme":"bearer"}""", "/", "Authorization: Bearer t1", CredentialState.Present, "t1")]
    [InlineData("""{"type":"http","scheme":"bearer"}""", "/", "Authorization: bearer\tt1", CredentialState.Present, "t1")]
    [InlineData("""{"type":"http","scheme":"bearer"}""", "/", "Authorization: Bearer", CredentialState.Malformed, null)]
    [InlineData("""{"type":"http","scheme":"bearer"}""", "/", "", CredentialState.Missing, null)]
    [InlineData("""{"type":"http","scheme":"digest"}""", "/", "Authorization: Digest a=b", CredentialState.Present, "a=b")]
    [InlineData("""{"type":"oauth2","flows":{"clientCredentials":{"tokenUrl":"/t","scopes":{}}}}""", "/?access_token=t1", "", CredentialState.Present, "t1")]
    [InlineData("""{"type":"openIdConnect","openIdConnectUrl":"https://x.example.com"}""", "/", "Authorization: Bearer t1", CredentialState.Present, "t1")]
    [InlineData("""{"type":"mutualTLS"}""", "/", "", CredentialState.Present, "")]
    public void Read_SchemeAndRequest_SaysWhatIsThere(string scheme, string url, string header, CredentialState state, string? value)
    {
        var spec = Described.Api($"\"paths\":{{}},\"components\":{{\"securitySchemes\":{{\"s\":{scheme}}}}}");
        KeyValuePair<string, string>[] headers = header.Length == 0 ? [] : [new(header.Split(": ", 2)[0], header.Split(": ", 2)[^1])];
        var reading = CredentialReader.Read(spec.SecuritySchemes[0], new RecordedRequest { Method = "GET", Url = url, Headers = headers });
        reading.State.Should().Be(state);
        reading.Value.Should().Be(value);
        if (state != CredentialState.Present) reading.Problem.Should().NotBeNullOrEmpty();
        if (value is { Length: > 0 }) reading.ToString().Should().NotContain(value);
    }
}
