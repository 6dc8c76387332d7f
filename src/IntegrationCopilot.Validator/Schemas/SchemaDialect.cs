namespace IntegrationCopilot.Validator;

/// <summary>The rules a schema is read by.</summary>
/// <remarks>OpenAPI 3.1 and 3.2 use <see cref="Draft202012"/>.</remarks>
public enum SchemaDialect
{
    /// <summary>JSON Schema draft 4 (January 2013).</summary>
    Draft4,

    /// <summary>JSON Schema draft 6 (April 2017).</summary>
    Draft6,

    /// <summary>JSON Schema draft 7 (March 2018).</summary>
    Draft7,

    /// <summary>JSON Schema draft 2019-09.</summary>
    Draft201909,

    /// <summary>JSON Schema draft 2020-12.</summary>
    Draft202012,

    /// <summary>The Schema, Items, Parameter and Header Objects of OpenAPI (Swagger) 2.0.</summary>
    OpenApi20,

    /// <summary>The Schema Object of OpenAPI 3.0.</summary>
    OpenApi30,
}

/// <summary>Which way a message travels; decides what <c>readOnly</c> and <c>writeOnly</c> mean.</summary>
public enum MessageDirection
{
    /// <summary>No message: <c>readOnly</c> and <c>writeOnly</c> have no effect.</summary>
    None,

    /// <summary>To the API: <c>readOnly</c> properties are not required and should not be sent.</summary>
    Request,

    /// <summary>From the API: <c>writeOnly</c> properties are not required and should not be sent.</summary>
    Response,
}
