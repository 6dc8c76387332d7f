namespace IntegrationCopilot.SpecEngine;

/// <summary>Where in a request or answer a value travels.</summary>
public enum MessagePlace
{
    /// <summary>In the path, as a parameter.</summary>
    Path,

    /// <summary>In the query string.</summary>
    Query,

    /// <summary>In a header.</summary>
    Header,

    /// <summary>In a cookie.</summary>
    Cookie,

    /// <summary>In the body.</summary>
    Body,
}

/// <summary>A value of a request or an answer: a parameter or header by its name, or a field of the body by its pointer.</summary>
/// <param name="Place">Where it travels.</param>
/// <param name="Name">Its name as the document writes it; of a field of the body, the last name on the way to it.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record MessageField(MessagePlace Place, string Name)
{
    /// <summary>Fields of the body: the way to it from the top. The whole document for everything else.</summary>
    public NodePointer Pointer { get; init; }

    /// <summary>The field of a body that a way of names leads to.</summary>
    /// <param name="way">Member names from the top; at least one.</param>
    /// <exception cref="ArgumentException"><paramref name="way"/> is empty.</exception>
    public static MessageField InBody(params ReadOnlySpan<string> way)
    {
        if (way.IsEmpty) throw new ArgumentException("A field has a name.", nameof(way));
        return new MessageField(MessagePlace.Body, way[^1]) { Pointer = NodePointer.Of(way) };
    }

    /// <summary>A parameter's place and name.</summary>
    public static MessageField Of(ApiParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return new MessageField(PlaceOf(parameter.Place), parameter.Name);
    }

    /// <summary>The parameter of an operation that this is; null when it is a field of the body, or the operation has none of that name and place.</summary>
    public ApiParameter? FindIn(ApiOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return Place == MessagePlace.Body ? null : operation.Parameters.FirstOrDefault(IsThat);
    }

    private bool IsThat(ApiParameter parameter) => PlaceOf(parameter.Place) == Place
        && string.Equals(parameter.Name, Name, Place == MessagePlace.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static MessagePlace PlaceOf(ParameterPlace place) => place switch
    {
        ParameterPlace.Path => MessagePlace.Path,
        ParameterPlace.Header => MessagePlace.Header,
        ParameterPlace.Cookie => MessagePlace.Cookie,
        _ => MessagePlace.Query,
    };
}
