namespace IntegrationCopilot.Server.Tests.Stores;

public sealed class SuiteCoverageTests
{
    private static readonly Type[] Databases = [typeof(SqliteServer), typeof(PostgresServer)];

    [Fact]
    public void Suites_OfThisAssembly_RunOnEveryDatabase()
    {
        var types = typeof(SuiteCoverageTests).Assembly.GetTypes().Where(type => type is { IsNested: false } && type.IsSubclassOf(typeof(ServerSuite)))
            .ToList();
        types.Count(type => type.IsAbstract).Should().BeGreaterThan(2);
        MissingIn(types).Should().BeEmpty();
    }

    [Fact]
    public void Suites_WithOneDatabaseOnly_AreFound() =>
        MissingIn([typeof(OneSided), typeof(OneSidedOnSqlite)]).Should().Equal($"{nameof(OneSided)} does not run on {nameof(PostgresServer)}");

    private static IEnumerable<string> MissingIn(IReadOnlyCollection<Type> types) =>
        from suite in types
        where suite.IsAbstract && !types.Any(type => type.IsAbstract && type.BaseType == suite)
        from database in Databases
        where !types.Any(type => type is { IsAbstract: false } && type.IsSubclassOf(suite) && DatabaseOf(type) == database)
        select $"{suite.Name} does not run on {database.Name}";

    private static Type DatabaseOf(Type suite) => suite.GetConstructors().Single().GetParameters().Single().ParameterType;

    private abstract class OneSided(DatabaseServer database) : ServerSuite(database);

    private sealed class OneSidedOnSqlite(SqliteServer database) : OneSided(database);
}
