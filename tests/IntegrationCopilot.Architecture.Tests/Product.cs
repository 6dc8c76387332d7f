using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Type = System.Type;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Architecture.Tests;

/// <summary>The assemblies that the rules look at.</summary>
internal static class Product
{
    public const string ServerRoot = "IntegrationCopilot.Server";

    /// <summary>Root namespace of the types that break a rule on purpose.</summary>
    public const string PlantedRoot = "IntegrationCopilot.Architecture.Tests.Planted";

    public static System.Reflection.Assembly Server { get; } = typeof(AppDbContext).Assembly;

    public static System.Reflection.Assembly Planted { get; } = typeof(Product).Assembly;

    /// <summary>Every assembly of <c>src</c>, in the order of the chain.</summary>
    public static IReadOnlyList<System.Reflection.Assembly> All { get; } =
    [
        typeof(ApiSpec).Assembly, typeof(ApiTrace).Assembly, typeof(GoldenTest).Assembly, typeof(CaseResult).Assembly,
        System.Reflection.Assembly.Load("IntegrationCopilot.Validator.AspNetCore"),
        System.Reflection.Assembly.Load("IntegrationCopilot.Validator.JsonSchemaNet"),
        System.Reflection.Assembly.Load("IntegrationCopilot.Proxy"),
        System.Reflection.Assembly.Load("IntegrationCopilot.TestKit.Xunit"),
        System.Reflection.Assembly.Load("IntegrationCopilot.Cli"), Server,
    ];

    /// <summary>The server and the planted types, with what each type uses.</summary>
    public static IReadOnlyList<IType> Types { get; } = new ArchLoader().LoadAssemblies(Server, Planted).Build().Types.ToList();

    public static IEnumerable<Type> ClassesOf(System.Reflection.Assembly assembly) =>
        assembly.GetTypes().Where(type => type.IsClass && !IsGenerated(type));

    private static bool IsGenerated(Type type) =>
        type.Name.Contains('<', StringComparison.Ordinal) || type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), inherit: false)
        || (type.DeclaringType is { } outer && IsGenerated(outer));
}
