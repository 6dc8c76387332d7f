using System.Collections.Frozen;
using System.Reflection;
using IntegrationCopilot.Server.Platform.Authorization;

namespace IntegrationCopilot.Server.Platform.Door;

/// <summary>Every request type, its permission and its handler. Building it fails, naming each culprit, when one lacks either.</summary>
internal sealed class RequestCatalog
{
    private readonly FrozenDictionary<Type, RequestEntry> _entries;

    private RequestCatalog(IEnumerable<RequestEntry> entries) => _entries = entries.ToFrozenDictionary(entry => entry.RequestType);

    public IEnumerable<RequestEntry> Entries => _entries.Values;

    public RequestEntry this[Type requestType] => _entries.TryGetValue(requestType, out var entry)
        ? entry
        : throw new ArgumentException($"{requestType} is not a request type of this server.", nameof(requestType));

    /// <exception cref="InvalidOperationException">A request type has no permission, no handler, or two handlers; the message names them all.</exception>
    public static RequestCatalog Build(IEnumerable<Type> types)
    {
        var concrete = types.Where(type => type is { IsAbstract: false, IsInterface: false, ContainsGenericParameters: false }).ToList();
        var handlers = concrete.SelectMany(HandlersIn).ToLookup(handler => handler.RequestType);
        var problems = new List<string>();
        var entries = concrete.Where(type => type.IsAssignableTo(typeof(IRequest))).Select(type => Entry(type, handlers, problems)).OfType<RequestEntry>()
            .ToList();
        return problems.Count == 0
            ? new RequestCatalog(entries)
            : throw new InvalidOperationException($"The server cannot start: {string.Join(" ", problems)}");
    }

    private static RequestEntry? Entry(Type request, ILookup<Type, (Type RequestType, Type HandlerType)> handlers, List<string> problems)
    {
        var results = request.GetInterfaces().Where(face => IsGeneric(face, typeof(IRequest<>))).Select(face => face.GenericTypeArguments[0]).ToList();
        var permission = request.GetCustomAttribute<RequiresPermissionAttribute>()?.Permission ?? Permission.Unspecified;
        var handlerTypes = handlers[request].Select(handler => handler.HandlerType).ToList();
        var problem = (results.Count, permission, handlerTypes.Count) switch
        {
            (not 1, _, _) => $"{request.Name} must be an IRequest of exactly one result.",
            (_, Permission.Unspecified, _) => $"{request.Name} has no [RequiresPermission].",
            (_, _, 0) => $"{request.Name} has no handler.",
            (_, _, > 1) => $"{request.Name} has more than one handler: {string.Join(", ", handlerTypes.Select(type => type.Name))}.",
            _ => null,
        };
        if (problem is null) return RequestEntry.Create(request, results[0], permission, handlerTypes[0]);
        problems.Add(problem);
        return null;
    }

    private static IEnumerable<(Type RequestType, Type HandlerType)> HandlersIn(Type type) =>
        type.GetInterfaces().Where(face => IsGeneric(face, typeof(IRequestHandler<,>))).Select(face => (face.GenericTypeArguments[0], type));

    private static bool IsGeneric(Type face, Type definition) => face.IsGenericType && face.GetGenericTypeDefinition() == definition;
}
