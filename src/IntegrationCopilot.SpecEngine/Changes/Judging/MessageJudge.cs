namespace IntegrationCopilot.SpecEngine;

/// <summary>Judges bodies, answers, media types and headers, apart from their schemas.</summary>
internal sealed class MessageJudge(Comparison comparison)
{
    public Verdict Of(FieldChange change) => (change.Owner.Shape!.Name, change.Field) switch
    {
        (ShapeNames.RequestBody, "required") => OfRequired(change),
        (ShapeNames.RequestBody or ShapeNames.Response, "content") => OfContent(change),
        (ShapeNames.Responses, _) => OfAnswer(change),
        (ShapeNames.Response, "headers") => OfHeaders(change),
        (ShapeNames.Response, "schema") or (ShapeNames.MediaType, "schema" or "itemSchema") =>
            OfSchemaPresence(change, change.Owner.Use.IsSent, change.Owner.Use.IsReceived, comparison),
        (ShapeNames.Response, "links") => Verdict.Of(OperationChangeRules.LinkChanged, Excerpt.Of(change.Place.Name), PlaceWords.Became(change.Place)),
        (ShapeNames.MediaType, "encoding" or "prefixEncoding" or "itemEncoding") or (ShapeNames.Encoding, _) =>
            Verdict.Of(MessageChangeRules.Encoding, PlaceWords.Of(change.Owner), PlaceWords.Became(change.Place)),
        _ => change.Documentation(),
    };

    /// <summary>A body that came or went.</summary>
    public Verdict OfBody(FieldChange change)
    {
        var place = change.Place;
        if (!place.Use.IsSent) return Verdict.Of(place.IsRemoved ? MessageChangeRules.ResponseRemoved : MessageChangeRules.ResponseAdded, "body", "none");
        if (place.IsRemoved) return Verdict.Of(MessageChangeRules.BodyRemoved);
        var isRequired = comparison.New.Resolve(place.New)["required"].GetBoolean() == true;
        return Verdict.Of(isRequired ? MessageChangeRules.RequiredBodyAdded : MessageChangeRules.BodyAdded);
    }

    /// <summary>A media type of OpenAPI 2.0, or the list of them; a list of its own takes the place of the document's.</summary>
    public Verdict OfTypes(FieldChange change)
    {
        var (spec, other) = change.Place.IsRemoved ? (comparison.Old, comparison.New) : (comparison.New, comparison.Old);
        var owner = change.Place.IsRemoved ? change.Owner.New : change.Owner.Old;
        var before = (owner[change.Field] is { IsDefined: true } own ? own : other.Root[change.Field]).Children.Select(t => t.GetString()).ToHashSet();
        var here = change.IsEntry ? [change.Place.Either] : change.Place.Either.Children.ToList();
        if (!change.IsEntry && spec.Root[change.Field].IsDefined && here.TrueForAll(t => before.Contains(t.GetString()))
            && here.Count == before.Count) return change.Rewritten();
        return OfTypesOfAll(change);
    }

    /// <summary>A media type that all operations of an OpenAPI 2.0 document have.</summary>
    public static Verdict OfTypesOfAll(FieldChange change)
    {
        var place = change.Place;
        var name = place.Either.IsArray
            ? PlaceWords.List([.. place.Either.Children.Select(t => t.GetString() ?? "")]).Trim('\'') : Excerpt.Of(place.Either.GetString() ?? "");
        if (change.Field == "produces")
            return Verdict.Of(place.IsRemoved ? MessageChangeRules.ResponseMediaTypeRemoved : MessageChangeRules.ResponseMediaTypeAdded, name, "the answer");
        return Verdict.Of(place.IsRemoved ? MessageChangeRules.RequestMediaTypeRemoved : MessageChangeRules.RequestMediaTypeAdded, name, "one of the others");
    }

    /// <summary>A schema where none was, or none where one was.</summary>
    public static Verdict OfSchemaPresence(FieldChange change, bool isSent, bool isReceived, Comparison comparison)
    {
        var subject = PlaceWords.Of(change.Owner);
        var schema = (change.Place.IsRemoved ? comparison.Old : comparison.New).Resolve(change.Place.Either);
        if (IsFree(schema)) return Verdict.Of(MessageChangeRules.SchemaPresence, subject, PlaceWords.Became(change.Place));
        if (change.Place.IsAdded && isSent) return Verdict.Of(MessageChangeRules.SchemaAdded, subject);
        if (change.Place.IsRemoved && isReceived) return Verdict.Of(MessageChangeRules.SchemaRemoved, subject);
        return Verdict.Of(MessageChangeRules.SchemaPresence, subject, PlaceWords.Became(change.Place));
    }

    /// <summary>A media type that is written differently, or a range of them in whose place one stands, or the other way round.</summary>
    public static Verdict OfName(Place place)
    {
        var (old, @new) = (MediaTypeName.Parse(place.Name), MediaTypeName.Parse(place.NewName));
        if (old.Essence == @new.Essence) return Verdict.Of(MessageChangeRules.MediaTypeRenamed, Excerpt.Of(place.Name), Excerpt.Of(place.NewName));
        return Verdict.Of(old.IsRange ? SchemaChangeRules.MediaNarrowed : SchemaChangeRules.MediaWidened, place.Parent!.Parent!,
            $"was {PlaceWords.Quoted(place.Name)} and is {PlaceWords.Quoted(place.NewName)} now");
    }

    /// <summary>Whether a schema lets any bytes pass: it says only that there are some.</summary>
    private static bool IsFree(RawNode schema) => schema.IsObject && schema.Children.All(m => m.Name is "title" or "description" or "example" or "examples"
        || (m.Name == "type" && m.IsString("string") && schema["format"].IsString("binary")) || (m.Name == "format" && m.IsString("binary")));

    private static Verdict OfRequired(FieldChange change)
    {
        var (was, @is) = (change.Place.Old.GetBoolean() == true, change.Place.New.GetBoolean() == true);
        if (was == @is || !change.Owner.Use.IsSent) return change.Rewritten();
        return Verdict.Of(@is ? MessageChangeRules.BecameRequired : MessageChangeRules.BecameOptional, PlaceWords.Of(change.Owner));
    }

    private static Verdict OfContent(FieldChange change)
    {
        var (place, owner) = (change.Place, change.Owner);
        var name = change.IsEntry ? Excerpt.Of(place.Name) : PlaceWords.List([.. place.Either.Children.Select(c => c.Name)]).Trim('\'');
        if (owner.Is(ShapeNames.RequestBody) && owner.Use.IsSent)
        {
            var others = change.IsEntry ? place.Parent!.New.Children.Select(c => c.Name).ToList() : [];
            var instead = others.Count == 0 ? "none" : PlaceWords.List(others);
            return Verdict.Of(place.IsRemoved ? MessageChangeRules.RequestMediaTypeRemoved : MessageChangeRules.RequestMediaTypeAdded, name, instead);
        }
        return Verdict.Of(place.IsRemoved ? MessageChangeRules.ResponseMediaTypeRemoved : MessageChangeRules.ResponseMediaTypeAdded, name,
            PlaceWords.Of(owner));
    }

    /// <summary>Clients are ready for errors, so one that is no longer told of takes nothing from them; the answer of success is what they came for.</summary>
    private static Verdict OfAnswer(FieldChange change)
    {
        var status = Excerpt.Of(change.Place.Name);
        if (change.Place.IsAdded) return Verdict.Of(MessageChangeRules.ResponseAdded, status);
        if (status is [] || status[0] is not ('1' or '2' or '3')) return Verdict.Of(MessageChangeRules.ErrorRemoved, status);
        var left = change.Owner.New.Children.Select(c => c.Name).Where(n => n.Length > 0 && n[0] is '2' or 'd').ToList();
        return Verdict.Of(MessageChangeRules.ResponseRemoved, status, left.Count == 0 ? "none" : PlaceWords.List(left));
    }

    private static Verdict OfHeaders(FieldChange change)
    {
        var names = change.IsEntry ? [change.Place.Name] : change.Place.Either.Children.Select(h => h.Name).ToList();
        var subject = $"the header {PlaceWords.List(names)} of {PlaceWords.Of(change.Owner)}";
        return Verdict.Of(change.Place.IsRemoved ? MessageChangeRules.HeaderRemoved : MessageChangeRules.HeaderAdded, subject);
    }
}
