using System.Text;

namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class TestProfileTests
{
    private static readonly ApiSpec Orders = Specs.Read("""
        { "openapi": "3.1.0", "info": { "title": "Orders", "version": "1" }, "paths": {
          "/orders": { "get": { "responses": { "200": { "description": "All" } } } },
          "/items": { "get": { "responses": { "200": { "description": "All" } } } } } }
        """);

    /// <summary>The API with capabilities put in by hand, so that profiles are tested apart from detection.</summary>
    private static ApiSpec With(string[] ofApi, params string[] ofOrders) => Orders with
    {
        Capabilities = [.. ofApi.Select(Detected)],
        Groups = [.. Orders.Groups.Select(g => g with { Capabilities = g.Name == "orders" ? [.. ofOrders.Select(Detected)] : [] })],
    };

    private static Capability Detected(string id) => new(id, Detected: true, 1, []);

    private static TestProfileReadResult Read(string text, ApiSpec? spec = null) => TestProfile.Read(Encoding.UTF8.GetBytes(text), "profile.json", spec);

    [Fact]
    public void All_Categories_AreThirteenWithDistinctIdsAndKnownNeeds()
    {
        TestCategory.All.Should().HaveCount(13);
        TestCategory.All.Select(c => c.Id).Should()
            .OnlyHaveUniqueItems().And.OnlyContain(id => System.Text.RegularExpressions.Regex.IsMatch(id, "^[a-z]+(-[a-z]+)*$"));
        var known = typeof(CapabilityIds).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToList();
        TestCategory.All.SelectMany(c => c.Needs).Should().OnlyContain(need => known.Contains(need));
    }

    [Theory]
    [InlineData(TestCategoryIds.Idempotency, TestSetting.NotApplicable)]
    [InlineData(TestCategoryIds.Webhook, TestSetting.NotApplicable)]
    [InlineData(TestCategoryIds.Pagination, TestSetting.NotApplicable)]
    [InlineData(TestCategoryIds.Authentication, TestSetting.Auto)]
    [InlineData(TestCategoryIds.CreateResource, TestSetting.Auto)]
    [InlineData(TestCategoryIds.Refund, TestSetting.Auto)]
    [InlineData(TestCategoryIds.RateLimiting, TestSetting.Auto)]
    public void FromSpec_NothingDetected_RulesOutWhatCannotBe(string category, TestSetting expected)
    {
        var decision = TestProfile.FromSpec(With([])).Decide("orders", category);
        decision.Setting.Should().Be(expected);
        decision.Runs.Should().BeFalse();
        decision.Reason.Should().Contain("the document shows no");
    }

    [Fact]
    public void FromSpec_SchemeDeclared_RequiresAuthentication() =>
        TestProfile.FromSpec(With([], CapabilityIds.Auth)).Decide("orders", TestCategoryIds.Authentication).Should()
            .Match<TestDecision>(decision => decision.Runs && decision.Setting == TestSetting.Required);

    [Fact]
    public void FromSpec_WritesWithoutKeys_LeavesIdempotencyAutomaticAndSkipped()
    {
        var decision = TestProfile.FromSpec(With([], CapabilityIds.WriteOperations)).Decide("orders", TestCategoryIds.Idempotency);
        decision.Should().Be(new TestDecision(false, TestSetting.Auto,
            "Idempotency is skipped because the document shows no idempotency keys in 'orders'. Set it to REQUIRED or OPTIONAL to run it all the same."));
    }

    [Fact]
    public void FromSpec_WebhooksOfTheApi_CountForEveryGroup()
    {
        var profile = TestProfile.FromSpec(With([CapabilityIds.Webhooks, CapabilityIds.Pagination]));
        profile.Decide("orders", TestCategoryIds.Webhook).Runs.Should().BeTrue();
        profile.Decide("items", TestCategoryIds.Pagination).Runs.Should().BeFalse();
    }

    [Fact]
    public void Merge_OverridesForAllAndForOne_TheNarrowerWins()
    {
        var overrides = Read("""{ "groups": { "orders": { "refund": "REQUIRED" }, "*": { "refund": "OPTIONAL", "retry": "NA" }, "gone": { "refund": "NA" } } }""").Profile!;
        var merged = TestProfile.FromSpec(With([])).Merge(overrides);
        merged.Groups.Select(g => g.Name).Should().Equal("orders", "items");
        merged.SettingOf("orders", TestCategoryIds.Refund).Should().Be(TestSetting.Required);
        merged.SettingOf("items", TestCategoryIds.Refund).Should().Be(TestSetting.Optional);
        merged.SettingOf("items", TestCategoryIds.Retry).Should().Be(TestSetting.NotApplicable);
        merged.SettingOf("items", TestCategoryIds.Timeout).Should().Be(TestSetting.Auto);
    }

    [Fact]
    public void Decide_NoGroup_TakesTheGroupThatRunsAndAsksMost()
    {
        var profile = TestProfile.FromSpec(With([], CapabilityIds.Refunds))
            .Merge(Read("""{ "groups": { "items": { "refund": "REQUIRED", "authentication": "NA" } } }""").Profile!);
        profile.Decide(null, TestCategoryIds.Refund).Should().Match<TestDecision>(d => d.Runs && d.Setting == TestSetting.Required);
        profile.Decide(null, TestCategoryIds.Authentication).Runs.Should().BeFalse();
        profile.Decide("unheard-of", TestCategoryIds.Retry).Runs.Should().BeTrue();
        profile.Invoking(p => p.Decide("orders", "no-such-category")).Should().Throw<ArgumentException>().WithMessage("*no-such-category*");
    }

    [Fact]
    public void Summarize_MergedProfile_TellsWhatRunsAndWhy()
    {
        var profile = TestProfile.FromSpec(With([], CapabilityIds.WriteOperations))
            .Merge(Read("""{ "groups": { "orders": { "create-resource": "REQUIRED", "retry": "OPTIONAL", "refund": "REQUIRED" }, "items": { "timeout": "NA" } } }""").Profile!);
        var summary = Read(profile.ToJson()).Profile!.Summarize();
        summary.Rows.Should().HaveCount(26);
        summary.ToString().Should().Be("2 required, 1 optional, 17 automatic, 6 not applicable: 11 of 26 run");
        summary.Rows.Single(r => r.Group == "orders" && r.Category == TestCategoryIds.CreateResource).Should()
            .Match<ProfileSummaryRow>(r => r.Decision.Runs && r.Detected);
        summary.Rows.Single(r => r.Group == "items" && r.Category == TestCategoryIds.Timeout).Decision.Reason.Should()
            .Be("Time-outs is set to not applicable for 'items'.");
        summary.Warnings.Should().Equal("'refund' is required in 'orders', but the document does not show what its tests need there.");
    }

    [Theory]
    [InlineData("AUTO", "No category is required in any group. *")]
    [InlineData("NA", "No category runs in any group. *")]
    public void Summarize_NothingRequiredOrRun_Warns(string setting, string warning)
    {
        var everything = string.Join(", ", TestCategory.All.Select(c => $"\"{c.Id}\": \"{setting}\""));
        TestProfile.FromSpec(With([])).Merge(Read($$"""{ "groups": { "*": { {{everything}} } } }""").Profile!).Summarize().Warnings.Should()
            .ContainSingle().Which.Should().Match(warning);
    }

    [Fact]
    public void ToJson_AnyProfile_ReadsBackEqual()
    {
        var profile = TestProfile.FromSpec(With([CapabilityIds.Webhooks], CapabilityIds.WriteOperations, CapabilityIds.Auth));
        var read = Read(profile.ToJson());
        read.Problems.Should().BeEmpty();
        read.Profile.Should().BeEquivalentTo(profile, options => options.WithStrictOrdering());
    }

    [Theory]
    [InlineData("[]", 1, 1, "A profile is an object with a member 'groups', which holds an object for each group; the file is a list.")]
    [InlineData("{}", 1, 1, "A profile is an object with a member 'groups', which holds an object for each group; 'groups' is missing.")]
    [InlineData("{ \"groups\":\n {\"orders\": 7} }", 2, 3,
        "A profile is an object with a member 'groups', which holds an object for each group; 'orders' is 7.")]
    [InlineData("{ \"groups\": {\"orders\": {\n \"refunds\": \"NA\"} } }", 2, 2,
        "There is no test category 'refunds'. The categories are authentication, create-resource, *")]
    [InlineData("{ \"groups\": {\"orders\": {\n \"refund\": \"required\"} } }", 2, 2,
        "Category 'refund' is set to required, which is no setting. Write AUTO, REQUIRED, OPTIONAL or NA.")]
    [InlineData("{ \"groups\": {\"orders\": {\n \"refund\": {}} } }", 2, 2, "Category 'refund' is set to an object without 'setting', which is no setting. *")]
    [InlineData("{ \"groups\": {\"orders\": {\n \"refund\": {\"setting\": \"NA\", \"note\": 1}} } }", 2, 30,
        "'note' is no member of a category. Use 'setting' and 'detected'.")]
    [InlineData("{ \"groups\": {},\n \"group\": {} }", 2, 2, "'group' is no member of a profile. Use 'groups'.")]
    [InlineData("{ \"groups\": {\"a\": {},\n \"a\": {}} }", 2, 2, "'a' is written twice. Keep one of them.")]
    public void Read_BadFile_NamesTheMemberAndItsPlace(string text, int line, int column, string message)
    {
        var result = Read(text);
        result.Profile.Should().BeNull();
        var problem = result.Problems.Should().ContainSingle().Subject;
        problem.Message.Should().Match(message);
        (problem.Location.Line, problem.Location.Column).Should().Be((line, column));
    }

    [Fact]
    public void Read_SeveralMistakes_ReportsAllInOrder()
    {
        var result = Read("""
            { "groups": { "nobody": {
              "x": "NA",
              "retry": "MAYBE" } } }
            """, With([]));
        result.Problems.Select(p => p.Id).Should().Equal("profile-unknown-group", "profile-unknown-category", "profile-unknown-setting");
        result.Problems[0].Message.Should().Be("The API has no group 'nobody', so these settings have no effect. Its groups are orders, items.");
    }

    [Fact]
    public void Read_UnknownGroupOnly_WarnsAndKeepsTheRest()
    {
        var result = Read("""{ "groups": { "nobody": { "retry": "NA" }, "items": { "retry": "NA" } } }""", With([]));
        result.Problems.Should().ContainSingle().Which.Severity.Should().Be(ProblemSeverity.Warning);
        result.Profile!.SettingOf("items", TestCategoryIds.Retry).Should().Be(TestSetting.NotApplicable);
        result.Profile.SettingOf("orders", TestCategoryIds.Retry).Should().Be(TestSetting.Auto);
    }
}
