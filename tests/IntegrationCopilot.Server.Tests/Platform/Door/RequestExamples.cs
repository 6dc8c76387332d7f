using IntegrationCopilot.Server.Platform.Door;
using Microsoft.AspNetCore.Routing;

namespace IntegrationCopilot.Server.Tests.Platform.Door;

/// <summary>Examples of the requests of one feature. Every class that implements it is found.</summary>
internal interface IRequestExamples
{
    void AddTo(RequestExamples examples);
}

/// <summary>
/// For each request type one request that succeeds for the owner of an organisation, so that it is known to be refused for the right reason to anybody else.
/// </summary>
internal sealed class RequestExamples
{
    private readonly Dictionary<Type, Func<ExampleWorld, Task<IRequest>>> _factories = [];
    private readonly Dictionary<string, Func<IRequest, HttpContent>> _bodies = new(StringComparer.Ordinal);

    public static RequestExamples All { get; } = Collect();

    /// <summary>Adds an example that needs nothing stored.</summary>
    public void Add<T>(Func<T> make)
        where T : IRequest =>
        _factories.Add(typeof(T), _ => Task.FromResult<IRequest>(make()));

    /// <summary>Adds an example about something stored in the organisation, which the factory creates there.</summary>
    public void Add<T>(Func<ExampleWorld, Task<T>> make)
        where T : IRequest =>
        _factories.Add(typeof(T), async world => await make(world));

    /// <summary>Says how a request is written as the body of a REST route, where the body is not simply the request as JSON.</summary>
    public void AddBody<T>(string endpointName, Func<T, HttpContent> write)
        where T : IRequest =>
        _bodies.Add(endpointName, request => write((T)request));

    public async Task<IRequest> MakeAsync(Type requestType, ExampleWorld world)
    {
        if (_factories.TryGetValue(requestType, out var make)) return await make(world);
        Assert.Fail(
            $"There is no example of {requestType.Name}. Add one to the class that implements {nameof(IRequestExamples)} in the folder of its feature, "
            + $"like ProjectExamples: examples.Add(async world => new {requestType.Name}(…)). It must succeed for the owner of the organisation.");
        throw new InvalidOperationException();
    }

    public HttpContent? BodyOf(RouteEndpoint endpoint, IRequest request) =>
        _bodies.TryGetValue(RestRoutes.NameOf(endpoint), out var write) ? write(request) : null;

    /// <summary>Examples of types that are no request type of the server any more.</summary>
    public IEnumerable<string> Stale(IEnumerable<Type> requestTypes) => _factories.Keys.Except(requestTypes).Select(type => type.Name);

    private static RequestExamples Collect()
    {
        var examples = new RequestExamples();
        foreach (var type in typeof(RequestExamples).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IRequestExamples))))
            ((IRequestExamples)Activator.CreateInstance(type)!).AddTo(examples);
        return examples;
    }
}
