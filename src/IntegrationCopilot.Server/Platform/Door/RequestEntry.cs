using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Outcomes;

namespace IntegrationCopilot.Server.Platform.Door;

/// <summary>One request type: what it needs and how its handler is called.</summary>
internal abstract class RequestEntry(Type requestType, Permission permission, Type handlerType)
{
    public Type RequestType { get; } = requestType;

    public Permission Permission { get; } = permission;

    public Type HandlerType { get; } = handlerType;

    /// <summary>Whether it only reads.</summary>
    public bool IsQuery { get; } = requestType.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IQuery<>));

    public static RequestEntry Create(Type request, Type result, Permission permission, Type handler) =>
        (RequestEntry)Activator.CreateInstance(typeof(RequestEntry<,>).MakeGenericType(request, result), permission, handler)!;

    /// <summary>Sends a request of this type whose result type the caller does not know.</summary>
    public abstract Task<IOutcome> SendAsync(Dispatcher dispatcher, Actor? actor, IRequest request, CancellationToken cancellationToken);
}

internal abstract class RequestEntryOf<T>(Type requestType, Permission permission, Type handlerType) : RequestEntry(requestType, permission, handlerType)
{
    public abstract Task<Outcome<T>> HandleAsync(IServiceProvider scope, IRequest<T> request, CancellationToken cancellationToken);

    public sealed override async Task<IOutcome> SendAsync(Dispatcher dispatcher, Actor? actor, IRequest request, CancellationToken cancellationToken) =>
        await dispatcher.SendAsync(actor, (IRequest<T>)request, cancellationToken);
}

internal sealed class RequestEntry<TRequest, T>(Permission permission, Type handlerType) : RequestEntryOf<T>(typeof(TRequest), permission, handlerType)
    where TRequest : IRequest<T>
{
    private readonly ObjectFactory _handler = ActivatorUtilities.CreateFactory(handlerType, []);

    public override Task<Outcome<T>> HandleAsync(IServiceProvider scope, IRequest<T> request, CancellationToken cancellationToken) =>
        ((IRequestHandler<TRequest, T>)_handler(scope, [])).HandleAsync((TRequest)request, cancellationToken);
}
