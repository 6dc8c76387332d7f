namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Answers that are not what the document says of them.</summary>
internal static class AnswerBugs
{
    public static readonly Bug CreateAnswers200 = new("create-answers-200", "Creating a customer answers 200.",
        "RFC 9110, section 15.3.2; fossasia/open-event-server#739", "The described status of a creation is 201.");

    public static readonly Bug FieldMissing = new("field-missing", "An order comes without its total.",
        "JSON Schema 2020-12 validation, section 6.5.3", "A required field is there.");

    public static readonly Bug FieldRenamed = new("field-renamed", "The moment of creation comes as created_at.",
        "JSON Schema 2020-12 validation, section 6.5.3", "A required field has its described name.");

    public static readonly Bug FieldOfOtherType = new("field-of-other-type", "The total of an order comes as a string.",
        "JSON Schema 2020-12 validation, section 6.1.1; weg-li/weg-li#828", "A field has its described type.");

    public static readonly Bug DateWithoutZone = new("date-without-zone", "The moment of creation is written day first and without a zone.",
        "RFC 3339, section 5.6; CaliOpen/Caliopen#88", "A date-time is one.");

    public static readonly Bug EnumInCapitals = new("enum-in-capitals", "The status of an order comes in capitals.",
        "JSON Schema 2020-12 validation, section 6.1.2", "A value is one of its list.");

    public static readonly Bug EmptyListIsNull = new("empty-list-is-null", "An order without tags has null for them.",
        "JSON Schema 2020-12 validation, section 6.1.1; ethersphere/bee#1663", "A field that is a list is never null.");

    public static readonly Bug JsonAsText = new("json-as-text", "JSON is sent as text/plain.",
        "RFC 9110, section 8.3", "An answer has a described media type.");

    public static readonly Bug AnswerTruncated = new("answer-truncated", "The last byte of an order is not sent.",
        "RFC 8259, section 2; dotnet/core#1240", "A body of JSON is JSON.");

    public static readonly Bug ErrorIsHtml = new("error-is-html", "Errors are pages of HTML.",
        "RFC 9457, section 3", "An error has its described media type.");

    public static readonly Bug ErrorHasOtherShape = new("error-has-other-shape", "Errors hold nothing but a field named error.",
        "RFC 9457, section 3.1", "An error has the described fields.");

    public static readonly Bug ErrorSaysOtherStatus = new("error-says-other-status", "The status in the body of an error is 500 whatever the answer's is.",
        "RFC 9457, section 3.1.2; hashview/hashview#352", "The status of a problem is that of the answer.");

    public static readonly Bug LocationIsCollection = new("location-is-collection", "The Location of a new customer is a path that does not exist.",
        "RFC 9110, section 10.2.2; fcrepo/fcrepo#136", "The Location of what was created leads to it.");

    public static readonly Bug LocationMissing = new("location-missing", "A new order comes without a Location.",
        "RFC 9110, section 15.3.2", "A required header is there.");

    public static readonly Bug JobLocationUnknown = new("job-location-unknown", "The place where an export is to be followed does not exist.",
        "RFC 9110, section 15.3.3", "What an accepted request points to can be read.");

    public static readonly Bug StackTrace = new("stack-trace", "Refusals of a body tell the trace of the exception.",
        "RFC 9457, section 5; tiagozip/cap#274", "An answer tells nothing of the inside.");

    public static readonly Bug PasswordReturned = new("password-returned", "A customer comes with the password that was given.",
        "JSON Schema 2020-12 validation, section 9.4; Mailu/Mailu#3857", "What is write-only is never answered.");

    public static readonly IReadOnlyList<Bug> All =
    [
        CreateAnswers200, FieldMissing, FieldRenamed, FieldOfOtherType, DateWithoutZone, EnumInCapitals, EmptyListIsNull, JsonAsText, AnswerTruncated,
        ErrorIsHtml, ErrorHasOtherShape, ErrorSaysOtherStatus, LocationIsCollection, LocationMissing, JobLocationUnknown, StackTrace, PasswordReturned,
    ];
}
