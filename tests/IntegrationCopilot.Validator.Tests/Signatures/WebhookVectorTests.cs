using System.Globalization;
using System.Text;
using System.Text.Json;
using IntegrationCopilot.Testing;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>The published vectors of the schemes.</summary>
public sealed class WebhookVectorTests
{
    [Fact]
    public void Verify_StandardWebhooksVectors_Agrees() => Run("standard-webhooks.json", 32, vector =>
    {
        var headers = vector.GetProperty("headers").EnumerateObject().Select(header => KeyValuePair.Create(header.Name, header.Value.GetString()!)).ToList();
        return WebhookSignature.StandardWebhooks([vector.GetProperty("secret").GetString()!], Clock(vector), Tolerance(vector))
            .Verify(headers, Payload(vector));
    });

    [Fact]
    public void Verify_StripeStyleVectors_Agrees() => Run("stripe-style.json", 34, vector =>
        WebhookSignature.StripeStyle([vector.GetProperty("secret").GetString()!], Clock(vector), Tolerance(vector))
            .Verify([new("stripe-signature", StripeHeader(vector))], Payload(vector)));

    [Fact]
    public void Verify_GitHubVector_HoldsAndSignsTheSame()
    {
        var vector = Read("other-vendors.json").Single(vector => string.Equals(vector.GetProperty("vendor").GetString(), "GitHub", StringComparison.Ordinal));
        var scheme = WebhookSignature.GitHubStyle([vector.GetProperty("secret").GetString()!]);
        var headers = scheme.Sign("", Payload(vector));
        headers.Should()
            .BeEquivalentTo(vector.GetProperty("header").EnumerateObject().Select(header => KeyValuePair.Create(header.Name, header.Value.GetString()!)));
        scheme.Verify(headers, Payload(vector)).IsValid.Should().BeTrue();
    }

    [Fact]
    public void Verify_Rfc4231Vectors_HoldInHexAndBase64()
    {
        var whole = Read("rfc4231.json").Where(vector => vector.GetProperty("truncated_bits").ValueKind == JsonValueKind.Null).ToList();
        foreach (var vector in whole)
        {
            var hex = vector.GetProperty("hmac_sha256").GetString()!;
            var data = Convert.FromHexString(vector.GetProperty("data_hex").GetString()!);
            ReadOnlyMemory<byte>[] keys = [Convert.FromHexString(vector.GetProperty("key_hex").GetString()!)];
            WebhookSignature.PlainHmac(keys, "X-Sig", SignatureEncoding.Hex).Sign("", data).Should().ContainSingle().Which.Should()
                .Be(KeyValuePair.Create("X-Sig", hex));
            WebhookSignature.PlainHmac(keys, "X-Sig", SignatureEncoding.Hex).Verify([new("x-sig", hex.ToUpperInvariant())], data).IsValid.Should().BeTrue();
            WebhookSignature.PlainHmac(keys, "X-Sig", SignatureEncoding.Base64)
                .Verify([new("X-SIG", Convert.ToBase64String(Convert.FromHexString(hex)))], data).IsValid.Should().BeTrue();
        }

        whole.Should().HaveCount(6);
    }

    private static void Run(string file, int count, Func<JsonElement, WebhookVerification> verify)
    {
        var vectors = Read(file);
        vectors.Should().HaveCount(count);
        foreach (var vector in vectors)
        {
            var name = vector.GetProperty("name").GetString();
            var reason = vector.TryGetProperty("reason", out var text) ? text.GetString() : null;
            // The vectors of Standard Webhooks tell this case from others by its name only.
            if (name!.StartsWith("only v1a", StringComparison.Ordinal)) reason = "no-v1";
            if (string.Equals(reason, "bad-secret", StringComparison.Ordinal))
            {
                vector.Invoking(verify).Should().Throw<ArgumentException>(name);
                continue;
            }

            var verdict = verify(vector);
            var isOpen = vector.GetProperty("valid").ValueKind == JsonValueKind.Null;
            if (!isOpen) verdict.IsValid.Should().Be(vector.GetProperty("valid").GetBoolean(), name);
            if (reason is not null) Expected(reason).Should().Contain(verdict.Refusal, name);
        }
    }

    private static WebhookRefusal?[] Expected(string reason) => reason switch
    {
        "missing-header" => [WebhookRefusal.MissingHeader],
        "malformed-header" or "bad-timestamp" => [WebhookRefusal.MalformedHeader],
        "too-old" => [WebhookRefusal.TimestampTooOld],
        "too-new" => [WebhookRefusal.TimestampInFuture],
        "no-match" => [WebhookRefusal.NoMatch],
        "no-v1" => [WebhookRefusal.NoSignatureOfVersion],
        "no-match-or-bad-timestamp" => [WebhookRefusal.NoMatch, WebhookRefusal.MalformedHeader],
        "malformed-or-too-old" => [WebhookRefusal.MalformedHeader, WebhookRefusal.TimestampTooOld],
        _ => throw new ArgumentException($"The vectors have a new reason: {reason}", nameof(reason)),
    };

    private static List<JsonElement> Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require("webhooks", file)));
        return [.. document.RootElement.GetProperty("vectors").EnumerateArray().Select(vector => vector.Clone())];
    }

    private static FakeTimeProvider Clock(JsonElement vector) => new(DateTimeOffset.FromUnixTimeSeconds(vector.GetProperty("now").GetInt64()));

    private static TimeSpan Tolerance(JsonElement vector) => TimeSpan.FromSeconds(vector.GetProperty("tolerance_seconds").GetInt32());

    private static byte[] Payload(JsonElement vector)
    {
        if (vector.TryGetProperty("payload_base64", out var base64)) return base64.GetBytesFromBase64();
        if (!vector.TryGetProperty("payload_repeat", out var repeat)) return Encoding.UTF8.GetBytes(vector.GetProperty("payload").GetString()!);
        return Encoding.UTF8.GetBytes(repeat.GetProperty("prefix").GetString()
            + new string(repeat.GetProperty("char").GetString()![0], repeat.GetProperty("count").GetInt32()) + repeat.GetProperty("suffix").GetString());
    }

    private static string StripeHeader(JsonElement vector)
    {
        if (!vector.TryGetProperty("header_repeat", out var repeat)) return vector.GetProperty("header").GetString()!;
        return string.Create(CultureInfo.InvariantCulture,
            $"{repeat.GetProperty("prefix").GetString()}{string.Concat(Enumerable.Repeat(repeat.GetProperty("part").GetString(), repeat.GetProperty("count").GetInt32()))}{repeat.GetProperty("suffix").GetString()}");
    }
}
