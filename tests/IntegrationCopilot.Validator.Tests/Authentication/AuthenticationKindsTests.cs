using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator.Tests;

public sealed class AuthenticationKindsTests
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
        KeyValuePair<string, string>[] headers = header.Length == 0 ? [] : [new(header.Split(": ", 2)[0], header.Split(": ", 2)[^1])];
        var reading = Read(Scheme(scheme), new RecordedRequest { Method = "GET", Url = url, Headers = headers });
        reading.State.Should().Be(state);
        reading.Value.Should().Be(value);
        if (state != CredentialState.Present) reading.Problem.Should().NotBeNullOrEmpty();
        if (value is { Length: > 0 }) reading.ToString().Should().NotContain(value);
    }

    [Theory]
    [InlineData("""{"type":"apiKey","in":"header","name":"X-Key"}""", CredentialForm.Key, "k1")]
    [InlineData("""{"type":"apiKey","in":"query","name":"the key"}""", CredentialForm.Key, "k&1")]
    [InlineData("""{"type":"apiKey","in":"cookie","name":"sid"}""", CredentialForm.Key, "s1")]
    [InlineData("""{"type":"http","scheme":"basic"}""", CredentialForm.UserAndPassword, "user:pw: £")]
    [InlineData("""{"type":"http","scheme":"bearer"}""", CredentialForm.Token, "t1")]
    [InlineData("""{"type":"oauth2","flows":{"clientCredentials":{"tokenUrl":"/t","scopes":{}}}}""", CredentialForm.Token, "t1")]
    [InlineData("""{"type":"openIdConnect","openIdConnectUrl":"https://x.example.com"}""", CredentialForm.Token, "t1")]
    public void Apply_Credential_IsReadAgainAndProvesItself(string json, CredentialForm form, string credential)
    {
        var scheme = Scheme(json);
        var kind = AuthenticationKinds.Default.Of(scheme);
        kind.FormOf(scheme).Should().Be(form);
        kind.Describe(scheme).Should().NotBeNullOrEmpty();
        var fields = kind.Apply(scheme, credential, Bare);
        fields.Select(field => field.Place).Should().BeSubsetOf(kind.PlacesOf(scheme));
        string.Join("", fields).Should().NotContain(credential);
        var sent = With(fields);
        Read(scheme, sent).Should().Be(CredentialReading.Present(credential));
        kind.Proves(scheme, sent, credential).Should().BeTrue();
        kind.Proves(scheme, sent, credential + "x").Should().BeFalse();
    }

    [Theory]
    [InlineData("""{"type":"apiKey","in":"header","name":"X-Key"}""")]
    [InlineData("""{"type":"apiKey","in":"query","name":"key"}""")]
    [InlineData("""{"type":"apiKey","in":"cookie","name":"sid"}""")]
    [InlineData("""{"type":"http","scheme":"basic"}""")]
    [InlineData("""{"type":"http","scheme":"bearer"}""")]
    [InlineData("""{"type":"oauth2","flows":{}}""")]
    [InlineData("""{"type":"openIdConnect","openIdConnectUrl":"https://x.example.com"}""")]
    public void Spoil_AnyKindThatTakesCredentials_IsMalformed(string json)
    {
        var scheme = Scheme(json);
        Read(scheme, With(AuthenticationKinds.Default.Of(scheme).Spoil(scheme))).State.Should().Be(CredentialState.Malformed);
    }

    [Theory]
    [InlineData("""{"type":"mutualTLS"}""")]
    [InlineData("""{"type":"http","scheme":"digest"}""")]
    [InlineData("""{"type":"no-such-type"}""")]
    [InlineData("""{"type":"apiKey","in":"header","name":"no field: name"}""")]
    [InlineData("""{"type":"apiKey","in":"cookie","name":"a=b"}""")]
    [InlineData("""{"type":"apiKey","in":"query"}""")]
    public void FormOf_WhatNobodyCanHave_IsNoneAndNothingIsSent(string json)
    {
        var scheme = Scheme(json);
        var kind = AuthenticationKinds.Default.Of(scheme);
        kind.FormOf(scheme).Should().Be(CredentialForm.None);
        kind.Apply(scheme, "x", Bare).Should().BeEmpty();
        kind.Spoil(scheme).Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"type":"apiKey","in":"query","name":"key"}""", "ApiKey", "in=query name=key")]
    [InlineData("""{"type":"http","scheme":"basic"}""", "Basic", "charset=UTF-8")]
    [InlineData("""{"type":"http","scheme":"bearer"}""", "Bearer", "error=invalid_token error_description=It is over.")]
    [InlineData("""{"type":"http","scheme":"Digest"}""", "digest", "")]
    public void Challenge_Kind_SaysHowToGetIn(string json, string name, string parameters)
    {
        var scheme = Scheme(json);
        var challenge = AuthenticationKinds.Default.Of(scheme).Challenge(scheme, new CredentialOutcome(CredentialVerdict.Expired, "It is over."))!;
        challenge.Scheme.Should().Be(name);
        string.Join(' ', challenge.Parameters.Select(p => $"{p.Key}={p.Value}")).Should().Be(parameters);
    }

    [Theory]
    [InlineData("""{"type":"mutualTLS"}""")]
    [InlineData("""{"type":"http","scheme":"a b\"c"}""")]
    public void Challenge_WhatCannotBeNamed_IsNone(string json)
    {
        var scheme = Scheme(json);
        AuthenticationKinds.Default.Of(scheme).Challenge(scheme, CredentialOutcome.Accepted).Should().BeNull();
    }

    private static RecordedRequest Bare => new() { Method = "GET", Url = "/things?a=b", Headers = [new("Cookie", "x=y")] };

    private static CredentialReading Read(SecurityScheme scheme, RecordedRequest request) => AuthenticationKinds.Default.Of(scheme).Read(scheme, request);

    private static SecurityScheme Scheme(string json) =>
        Described.Api($"\"paths\":{{}},\"components\":{{\"securitySchemes\":{{\"s\":{json}}}}}").SecuritySchemes[0];

    private static RecordedRequest With(IEnumerable<CredentialField> fields)
    {
        var request = Bare;
        foreach (var ((place, name), value) in fields)
            request = place switch
            {
                ParameterPlace.Query => request with { Url = $"{request.Url}&{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}" },
                ParameterPlace.Cookie => request with { Headers = [.. request.Headers, new("Cookie", $"{name}={value}")] },
                _ => request with { Headers = [.. request.Headers, new(name, value)] },
            };
        return request;
    }
}
