using FluentAssertions;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>What operations do, told by their method, path, name and summary.</summary>
public sealed class EffectTests
{
    /// <summary>An operation's line: method, path, then what its operation holds beside a 200.</summary>
    public static TheoryData<OperationEffect, string, string, string> Operations => new()
    {
        { OperationEffect.Safe, "GET", "/payments", "" },
        { OperationEffect.Safe, "POST", "/payments/search", "" },
        { OperationEffect.Safe, "POST", "/query", """ "operationId": "queryThings" """ },
        { OperationEffect.Safe, "POST", "/oauth/token", "" },
        { OperationEffect.Safe, "POST", "/things:batchGet", "" },
        { OperationEffect.Safe, "POST", "/prices/calculate", "" },
        { OperationEffect.Safe, "POST", "/#X-Amz-Target=Service.ListThings", "" },
        { OperationEffect.Safe, "GET", "/reports/stops", "" },
        { OperationEffect.Safe, "GET", "/stop-words", "" },
        { OperationEffect.Safe, "GET", "/Employees/{id}/Leave", """ "operationId": "getEmployeeLeaves" """ },
        { OperationEffect.Safe, "GET", "/LeaveTypes", "" },
        { OperationEffect.Safe, "GET", "/set/drops", "" },
        { OperationEffect.Safe, "GET", "/blocklist", "" },
        { OperationEffect.Safe, "GET", "/users/disabled", "" },
        { OperationEffect.Safe, "GET", "/orders/{id}/updates_count", "" },
        { OperationEffect.Creates, "POST", "/payments", Body },
        { OperationEffect.Creates, "POST", "/things/create", "" },
        { OperationEffect.Creates, "POST", "/chat.postMessage", "" },
        { OperationEffect.Creates, "POST", "/password_resets", Body },
        { OperationEffect.Creates, "POST", "/filters", Body },
        { OperationEffect.Creates, "POST", "/many/compact", """ "operationId": "SendManyMessagesInCompactForm" """ },
        { OperationEffect.Creates, "GET", "/sms/send", "" },
        { OperationEffect.Creates, "POST", "/notes", """ "operationId": "findOrCreateNote" """ },
        { OperationEffect.Changes, "PATCH", "/payments/{id}", "" },
        { OperationEffect.Changes, "PUT", "/payments/{id}", """ "operationId": "updatePayment" """ },
        { OperationEffect.Changes, "POST", "/payments/{id}/capture", "" },
        { OperationEffect.Changes, "POST", "/payments/{id}:cancel", "" },
        { OperationEffect.Changes, "POST", "/users/{id}/state", """ "summary": "Enable or disable a user" """ },
        { OperationEffect.Changes, "POST", "/phone/verify", """ "summary": "Verify the code that was sent" """ },
        { OperationEffect.Changes, "POST", "/whatever", "" },
        { OperationEffect.Changes, "GET", "/rides/{id}/cancel", "" },
        { OperationEffect.Changes, "DELETE", "/classes/{class}/archive", """ "operationId": "unarchiveClass" """ },
        { OperationEffect.Changes, "POST", "/photos/{id}/rotate", "" },
        { OperationEffect.Changes, "POST", "/transfer-leadership",
            """ "operationId": "MoveLeader", "summary": "MoveLeader requests the current leader to transfer its leadership" """ },
        { OperationEffect.Creates, "POST", "/rights", """ "summary": "Requests access to the list" """ },
        { OperationEffect.Deletes, "DELETE", "/payments/{id}", """ "summary": "Permanently deletes the payment. This cannot be undone." """ },
        { OperationEffect.Deletes, "POST", "/auth/role/delete", "" },
        { OperationEffect.Deletes, "GET", "/removeContact/{id}", "" },
        { OperationEffect.Deletes, "POST", "/things/{id}/unlink", "" },
        { OperationEffect.Dangerous, "POST", "/auth/disable", "" },
        { OperationEffect.Dangerous, "POST", "/db/drop", "" },
        { OperationEffect.Dangerous, "POST", "/kv/compaction", "" },
        { OperationEffect.Dangerous, "GET", "/user/logout", "" },
        { OperationEffect.Dangerous, "POST", "/log-out", "" },
        { OperationEffect.Dangerous, "POST", "/keys/{id}/rotate", "" },
        { OperationEffect.Dangerous, "POST", "/users/{id}/reset-password", "" },
        { OperationEffect.Dangerous, "POST", "/alerts/closeAll", "" },
        { OperationEffect.Dangerous, "POST", "/x/y", """ "operationId": "Auth_AuthDisable" """ },
        { OperationEffect.Dangerous, "POST", "/x/y", """ "summary": "Revokes every grant" """ },
        { OperationEffect.Dangerous, "POST", "/attributes", """ "description": "Set the attributes. Attributes that are not provided will be deleted." """ },
        { OperationEffect.Dangerous, "DELETE", "/payments", "" },
        { OperationEffect.Dangerous, "DELETE", "/settings", """ "summary": "Reset" """ },
        { OperationEffect.Dangerous, "DELETE", "/sessions/{id}", "" },
        { OperationEffect.Dangerous, "PUT", "/servers/{id}/cache/flush", "" },
        { OperationEffect.Dangerous, "POST", "/things", """ "x-destructive": true """ },
    };

    private const string Body = """ "requestBody": { "content": { "application/json": { "schema": { "type": "object" } } } } """;

    [Theory]
    [MemberData(nameof(Operations))]
    public void Of_Operation_HasThatEffect(OperationEffect effect, string method, string path, string members)
    {
        var spec = Specs.Read(Document(method, path, members));
        spec.Resources.Operations[0].Effect.Should().Be(effect);
        spec.Resources.Operations[0].Confidence.Should().BeInRange(0, 1);
        spec.Resources.Operations[0].Evidence.Should().NotBeEmpty().And.OnlyContain(e => e.Location.Line > 0);
    }

    [Fact]
    public void Of_SummaryThatBeginsWithTheName_IsTakenAtTheVerbBehindIt() => Specs.Read("""
        { "openapi": "3.0.3", "info": { "title": "t", "version": "1" }, "paths": { "/kv/leases": { "post": {
          "operationId": "LeaseLeases", "summary": "LeaseLeases lists all existing leases.",
          "requestBody": { "content": { "application/json": { "schema": { "type": "object" } } } },
          "responses": { "200": { "description": "d", "content": { "application/json": { "schema": { "type": "object" } } } } } } } } }
        """).Resources.Operations[0].Effect.Should().Be(OperationEffect.Safe);

    [Fact]
    public void Of_UnknownPost_IsNotSafeAndUnsure()
    {
        var meaning = Specs.Read(Document("POST", "/things/{id}/frobnicate", "")).Resources.Operations[0];
        meaning.Effect.Should().Be(OperationEffect.Changes);
        meaning.Confidence.Should().BeLessThan(0.5);
    }

    [Fact]
    public void Of_TokenEndpoint_IssuesToken() =>
        Specs.Read(Document("POST", "/oauth/token", "")).Resources.Operations[0].Traits.Should().HaveFlag(OperationTraits.IssuesToken);

    [Theory]
    [InlineData("POST", "/roles/{id}/grant", "", true)]
    [InlineData("POST", "/roles", """ "operationId": "grantRole" """, true)]
    [InlineData("PUT", "/teams/{team}/permissions/{user}", "", true)]
    [InlineData("PUT", "/buckets/{id}/acl", "", true)]
    [InlineData("GET", "/teams/{team}/permissions", "", false)]
    [InlineData("PUT", "/teams/{team}", "", false)]
    [InlineData("POST", "/grants", Body, false)]
    [InlineData("POST", "/permissions/{id}/comments", Body, false)]
    public void Of_Operation_ChangesRightsWhereItGivesThem(string method, string path, string members, bool changes) =>
        Specs.Read(Document(method, path, members)).Resources.Operations[0].Traits.HasFlag(OperationTraits.ChangesRights).Should().Be(changes);

    [Theory]
    [InlineData("/kv/deleterange", """ "summary": "DeleteRange deletes the given range. It makes an event for every key.", "operationId": "DeleteRange" """,
        true)]
    [InlineData("/kv/deleterange", "", true)]
    [InlineData("/kv/delete-all", "", false)]
    [InlineData("/kv/deleteall", "", false)]
    [InlineData("/kv/deleterange", """ "summary": "Deletes every key in the range" """, false)]
    [InlineData("/kv/deleterange", """ "description": "This deletes all keys." """, false)]
    [InlineData("/auth/disable", "", false)]
    [InlineData("/leases/revoke", "", false)]
    public void Of_DangerousOperation_TakesSeveralThingsWhereItDeletesThoseItIsTold(string path, string members, bool several)
    {
        var meaning = Specs.Read(Document("POST", path, members)).Resources.Operations[0];
        meaning.Effect.Should().Be(OperationEffect.Dangerous);
        meaning.Traits.HasFlag(OperationTraits.Bulk).Should().Be(several);
    }

    private static string Document(string method, string path, string members) => $$"""
        { "openapi": "3.0.3", "info": { "title": "t", "version": "1" }, "paths": { "{{path}}": { "{{method.ToLowerInvariant()}}": {
          {{(members.Length > 0 ? members + "," : "")}} "responses": { "200": { "description": "d" } } } } } }
        """;
}
