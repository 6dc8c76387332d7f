using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>
/// Adds to a reading what takes compiled schemas to find: patterns that are none, values that break their schemas, schemas that nothing meets.
/// </summary>
/// <remarks>
/// <para>The one place where the checks of a description come together: whoever shows or stores problems calls it after reading.</para>
/// <para>Only what is proved is told: what takes too long to decide is passed over. The rules are <see cref="EvaluatedRules"/>.</para>
/// </remarks>
/// <threadsafety>May be called from any number of threads.</threadsafety>
public static class DocumentCheck
{
    /// <summary>The reading with the further problems, in document order and within the limit of the reading.</summary>
    /// <param name="read">What reading gave; returned as it is when there is no description in it.</param>
    /// <param name="cancellationToken">Stops the checks.</param>
    /// <exception cref="OperationCanceledException">The checks were stopped.</exception>
    public static SpecReadResult Complete(SpecReadResult read, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (read.Spec is not { } spec) return read;
        var schemas = new DocumentSchemas(spec);
        var findings = new DocumentFindings();
        var satisfaction = new Satisfaction(schemas);
        foreach (var described in DescribedObjects.Of(spec, cancellationToken))
        {
            if (SchemaOf(described, spec) is { IsDefined: true } schema) SchemaCheck.Check(schemas, satisfaction, findings, schema);
            ValueChecks.Check(schemas, satisfaction, findings, spec, described);
        }
        return read.With(findings.All);
    }

    /// <summary>The schema that an object is, in itself.</summary>
    private static RawNode SchemaOf(DescribedObject described, ApiSpec spec) => described.Kind switch
    {
        DescribedKind.Schema or DescribedKind.Items => described.Node,
        DescribedKind.Parameter or DescribedKind.Header when spec.Edition == OpenApiEdition.V20 && !described.Node["schema"].IsDefined => described.Node,
        _ => default,
    };
}
