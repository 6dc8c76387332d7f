using IntegrationCopilot.Server.Platform.Outcomes;

namespace IntegrationCopilot.Server.Platform.Door;

/// <summary>Something an actor asks of the application. Every entrance sends one through the <see cref="Dispatcher"/>.</summary>
internal interface IRequest;

/// <summary>A request that gives a <typeparamref name="T"/>. Using it leaves an audit row.</summary>
internal interface IRequest<T> : IRequest;

/// <summary>A request that only reads: its scope refuses to save, and it leaves no audit row unless it was refused.</summary>
internal interface IQuery<T> : IRequest<T>;

/// <summary>A request whose fields are checked before it is handled, without touching anything stored.</summary>
internal interface IValidated
{
    void Validate(FieldErrors errors);
}

/// <summary>Handles one type of request, inside a scope that sees one organisation only.</summary>
internal interface IRequestHandler<in TRequest, T>
    where TRequest : IRequest<T>
{
    Task<Outcome<T>> HandleAsync(TRequest request, CancellationToken cancellationToken);
}
