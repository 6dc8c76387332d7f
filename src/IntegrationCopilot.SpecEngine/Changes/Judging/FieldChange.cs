namespace IntegrationCopilot.SpecEngine;

/// <summary>Judges what one field of an object, or one entry of its lists and maps, means when it differs.</summary>
/// <param name="Owner">The object.</param>
/// <param name="Field">The field's name.</param>
/// <param name="IsEntry">Whether an entry of the field's list or map differs, not the field as a whole.</param>
/// <param name="Place">What differs.</param>
internal sealed record FieldChange(Place Owner, string Field, bool IsEntry, Place Place)
{
    public static FieldChange Of(Place place)
    {
        var parent = place.Parent!;
        return IsContainer(parent) && parent.Parent is { } owner
            ? new FieldChange(owner, parent.Name, true, place) : new FieldChange(parent, place.Name, false, place);
    }

    public Verdict Documentation() => Verdict.Of(DocumentChangeRules.Documentation, Excerpt.Of(Field), PlaceWords.Of(Owner), PlaceWords.Became(Place));

    public Verdict Other() => Verdict.Of(DocumentChangeRules.Other, Excerpt.Of(Field), PlaceWords.Of(Owner), PlaceWords.Became(Place));

    public Verdict Rewritten() => Verdict.Of(DocumentChangeRules.Rewritten, Excerpt.Of(Field));

    /// <summary>A difference that means nothing beside another that is told.</summary>
    public Verdict PartOf(string other) => Verdict.Of(DocumentChangeRules.PartOfAnother, Excerpt.Of(Field), PlaceWords.Became(Place), other);

    private static bool IsContainer(Place place) => place.Shape is null || place.Shape.Name.StartsWith("map ", StringComparison.Ordinal);
}
