using System.Reflection;
using IntegrationCopilot.Architecture.Tests.Planted;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Architecture.Tests;

/// <summary>Pages and endpoints reach the application through their senders, and through nothing else.</summary>
public sealed class EntranceTests
{
    private static readonly Type[] Doors = [typeof(PageSender), typeof(EndpointSender)];
    private static readonly Type[] BackDoors = [typeof(IServiceProvider), typeof(IServiceScopeFactory), typeof(IHttpContextAccessor)];

    [Fact]
    public void Pages_InjectTheSenderOnly()
    {
        var components = ComponentsOf(Product.Server).ToList();
        components.Should().HaveCountGreaterThan(40);
        var found = components.SelectMany(InjectionsOf).ToList();
        found.Except(Exceptions.Injections.Keys).Should().BeEmpty();
        Exceptions.Injections.Keys.Should().BeSubsetOf(found, "an exception that is not needed is removed");
    }

    [Fact]
    public void Pages_ThatInjectMore_AreFound() =>
        InjectionsOf(typeof(NosyPage)).Should().BeEquivalentTo("NosyPage -> AppDbContext", "NosyPage -> IServiceProvider");

    [Fact]
    public void Endpoints_TakeTheSenderOnly()
    {
        var endpoints = Product.Server.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IEndpoints))).ToList();
        endpoints.Should().HaveCountGreaterThan(2);
        endpoints.SelectMany(ServicesOf).Should().BeEmpty();
    }

    [Fact]
    public void Endpoints_ThatTakeMore_AreFound() =>
        ServicesOf(typeof(NosyEndpoints)).Should().BeEquivalentTo("NosyEndpoints -> Dispatcher", "NosyEndpoints -> AppDbContext");

    private static IEnumerable<Type> ComponentsOf(Assembly assembly) =>
        assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(ComponentBase)));

    private static IEnumerable<string> InjectionsOf(Type component) => component
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(property => property.IsDefined(typeof(InjectAttribute)) && IsBackDoor(property.PropertyType))
        .Select(property => $"{component.Name} -> {property.PropertyType.Name}");

    /// <summary>The services among the parameters of the lambdas that a class maps routes to.</summary>
    private static IEnumerable<string> ServicesOf(Type endpoints) => endpoints
        .GetNestedTypes(BindingFlags.NonPublic).Prepend(endpoints)
        .SelectMany(type =>
            type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(method => method.Name.Contains('<', StringComparison.Ordinal))
        .SelectMany(method => method.GetParameters())
        .Where(parameter => IsBackDoor(parameter.ParameterType) && !parameter.ParameterType.IsAssignableTo(typeof(IRequest))
            && parameter.ParameterType.DeclaringType != endpoints)
        .Select(parameter => $"{endpoints.Name} -> {parameter.ParameterType.Name}")
        .Distinct(StringComparer.Ordinal);

    private static bool IsBackDoor(Type type) =>
        BackDoors.Contains(type) || (type.Assembly == Product.Server && type is { IsEnum: false } && !Doors.Contains(type) && !IsPlainData(type));

    /// <summary>Records are what goes through the door, not services.</summary>
    private static bool IsPlainData(Type type) => type.GetMethod("<Clone>$") is not null;
}
