namespace IntegrationCopilot.SpecEngine;

/// <summary>What reading a profile file gave: the profile, or problems, or both when the problems do not stop us.</summary>
/// <param name="Profile">The profile; null when any problem is an error, so that no half of a file takes effect.</param>
/// <param name="Problems">What is wrong, in the order of the file, each with the member's line and column; empty when nothing is.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TestProfileReadResult(TestProfile? Profile, IReadOnlyList<SpecProblem> Problems);

/// <summary>Reads profile files. Everything wrong with a file is reported at once.</summary>
internal sealed class TestProfileReader
{
    private const int MaxListed = 12;
    private readonly List<SpecProblem> problems = [];

    private TestProfileReader()
    {
    }

    public static TestProfileReadResult Read(ReadOnlyMemory<byte> content, string name, ApiSpec? spec)
    {
        var raw = RawDocumentReader.Read(content, name);
        if (raw.Document is not { } document) return new TestProfileReadResult(null, raw.Problems);
        var reader = new TestProfileReader();
        reader.problems.AddRange(raw.Problems);
        var written = reader.ReadRoot(document.Root);
        if (spec is not null) reader.CheckGroups(document.Root["groups"], spec);
        var found = reader.problems.OrderBy(p => p.Location.Line).ThenBy(p => p.Location.Column).ToList();
        if (found.Exists(p => p.Severity == ProblemSeverity.Error)) return new TestProfileReadResult(null, found);
        return new TestProfileReadResult(spec is null ? written : TestProfile.FromSpec(spec).Merge(written), found);
    }

    private TestProfile ReadRoot(RawNode root)
    {
        if (!IsObject(root)) return new TestProfile();
        foreach (var member in Members(root))
            if (member.Name != "groups") problems.Add(ProfileRules.UnknownMember.At(member, Excerpt.Of(member.Name), "a profile", "'groups'"));
        var groups = root["groups"];
        if (!groups.IsDefined) problems.Add(ProfileRules.NotAProfile.At(root, "missing", "'groups'"));
        else if (IsObject(groups)) return new TestProfile { Groups = [.. Members(groups).Select(ReadGroup)] };
        return new TestProfile();
    }

    private GroupProfile ReadGroup(RawNode node)
    {
        List<CategoryProfile> categories = [];
        if (IsObject(node))
            foreach (var member in Members(node))
                if (ReadCategory(member) is { } category) categories.Add(category);
        return new GroupProfile(node.Name, categories);
    }

    private CategoryProfile? ReadCategory(RawNode node)
    {
        if (TestCategory.Find(node.Name) is null)
        {
            problems.Add(ProfileRules.UnknownCategory.At(node, Excerpt.Of(node.Name), string.Join(", ", TestCategory.All.Select(c => c.Id))));
            return null;
        }
        if (!node.IsObject) return Setting(node, node.Name) is { } alone ? new CategoryProfile(node.Name, alone, Detected: false) : null;
        foreach (var member in Members(node))
            if (member.Name is not ("setting" or "detected"))
                problems.Add(ProfileRules.UnknownMember.At(member, Excerpt.Of(member.Name), "a category", "'setting' and 'detected'"));
        return Setting(node["setting"] is { IsDefined: true } given ? given : node, node.Name) is { } setting
            ? new CategoryProfile(node.Name, setting, node["detected"].GetBoolean() ?? false)
            : null;
    }

    private TestSetting? Setting(RawNode node, string category)
    {
        var setting = TestSettingNames.Parse(node.GetString());
        if (setting is null) problems.Add(ProfileRules.UnknownSetting.At(node, node.IsObject ? "an object without 'setting'" : Describe(node), category));
        return setting;
    }

    private void CheckGroups(RawNode groups, ApiSpec spec)
    {
        foreach (var member in groups.Children)
            if (member.Name != TestProfile.AllGroups && !spec.Groups.Any(g => g.Name == member.Name))
                problems.Add(ProfileRules.UnknownGroup.At(member, Excerpt.Of(member.Name), Listed(spec.Groups)));
    }

    private static string Listed(IReadOnlyList<ApiGroup> groups)
    {
        if (groups.Count == 0) return "none";
        var names = string.Join(", ", groups.Take(MaxListed).Select(g => g.Name));
        return groups.Count > MaxListed ? $"{names} and {groups.Count - MaxListed} more" : names;
    }

    private List<RawNode> Members(RawNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        List<RawNode> members = [];
        foreach (var member in node.Children)
        {
            if (seen.Add(member.Name)) members.Add(member);
            else problems.Add(ProfileRules.RepeatedMember.At(member, Excerpt.Of(member.Name)));
        }
        return members;
    }

    private bool IsObject(RawNode node)
    {
        if (!node.IsObject)
            problems.Add(ProfileRules.NotAProfile.At(node, Describe(node), node.Pointer.Length == 0 ? "the file" : $"'{Excerpt.Of(node.Name)}'"));
        return node.IsObject;
    }

    private static string Describe(RawNode node) => node.Kind switch
    {
        RawKind.Array => "a list",
        RawKind.Object => "an object",
        _ => Excerpt.Of(node.GetScalarText()!),
    };
}
