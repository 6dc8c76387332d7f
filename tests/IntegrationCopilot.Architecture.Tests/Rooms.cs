using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Architecture.Tests;

/// <summary>The folders of a package as rooms, and which room uses which.</summary>
/// <remarks>A package has one namespace, so a type is told to a room by the file that declares it.</remarks>
internal sealed class Rooms
{
    private static readonly Regex Declaration = new(
        @"^\s*(?:(?:public|internal|private|sealed|static|abstract|partial|readonly|ref|file)\s+)*(?:class|struct|interface|enum|delegate\s+\S+|record(?:\s+(?:class|struct))?)\s+(?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture);

    private const int MostUses = 6;
    private readonly Dictionary<string, string> roomOf;
    private readonly ILookup<string, RoomArrow> arrows;
    private readonly string root;

    public Rooms(string folder, string root, IEnumerable<IType> types)
    {
        this.root = root;
        roomOf = Declared(folder).GroupBy(d => d.Type, StringComparer.Ordinal).Where(g => g.Select(d => d.Room).Distinct().Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().Room, StringComparer.Ordinal);
        arrows = types.Where(IsOfPackage).SelectMany(ArrowsOf).Distinct().ToLookup(arrow => arrow.From, StringComparer.Ordinal);
    }

    public IReadOnlyCollection<string> Names => roomOf.Values.Distinct().Order(StringComparer.Ordinal).ToList();

    /// <summary>The arrows that close a circle of rooms, each with its uses, for example <c>Schemas -> Messages: Explainer uses Finding</c>.</summary>
    public IEnumerable<string> Circles() =>
        from room in arrows
        from way in room.GroupBy(arrow => arrow.To)
        where Reaches(way.Key, room.Key, [])
        orderby room.Key, way.Key
        select $"{room.Key} -> {way.Key}: {string.Join(", ", way.Select(arrow => $"{arrow.User} uses {arrow.Used}").Order(StringComparer.Ordinal).Take(MostUses))}";

    public static Rooms Of(System.Reflection.Assembly assembly)
    {
        var name = assembly.GetName().Name!;
        return new Rooms(Path.Combine(SharedData.RepositoryRoot, "src", name), name, new ArchLoader().LoadAssembly(assembly).Build().Types);
    }

    private bool Reaches(string from, string to, HashSet<string> seen) =>
        from == to || arrows[from].Select(arrow => arrow.To).Distinct().Any(next => next == to || (seen.Add(next) && Reaches(next, to, seen)));

    private IEnumerable<RoomArrow> ArrowsOf(IType type) =>
        from target in type.Dependencies.Select(dependency => dependency.Target).Distinct()
        let user = Outermost(type)
        let used = Outermost(target)
        where IsOfPackage(target) && roomOf.ContainsKey(user) && roomOf.ContainsKey(used) && roomOf[user] != roomOf[used]
        select new RoomArrow(roomOf[user], roomOf[used], user, used);

    private bool IsOfPackage(IType type) => type.FullName.StartsWith($"{root}.", StringComparison.Ordinal);

    /// <summary>The type that a file declares: nested and compiler-made ones belong to it.</summary>
    private static string Outermost(IType type) => Regex.Match(type.FullName, @"([\w]+)(?:`\d+)?(?:[+/<].*)?$").Groups[1].Value;

    private static IEnumerable<(string Type, string Room)> Declared(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        let parts = Path.GetRelativePath(folder, file).Split('/', '\\')
        where parts[0] is not ("bin" or "obj")
        from Match match in Declaration.Matches(File.ReadAllText(file))
        select (match.Groups["name"].Value, parts.Length == 1 ? "" : parts[0]);

    private sealed record RoomArrow(string From, string To, string User, string Used);
}
