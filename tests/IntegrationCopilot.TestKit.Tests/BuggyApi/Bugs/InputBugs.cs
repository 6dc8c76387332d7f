namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Input that is taken though it is wrong, or takes the server down.</summary>
internal static class InputBugs
{
    public static readonly Bug TypeAccepted = new("type-accepted", "A number written as a string is taken.",
        "JSON Schema 2020-12 validation, section 6.1.1; python-openapi/openapi-core#819", "A value has its type.");

    public static readonly Bug NullAccepted = new("null-accepted", "Null is taken for what may not be null.",
        "JSON Schema 2020-12 validation, section 6.1.1", "A value is not null.");

    public static readonly Bug MissingAccepted = new("missing-accepted", "A required field may be left out.",
        "JSON Schema 2020-12 validation, section 6.5.3", "A required field is there.");

    public static readonly Bug AdditionalAccepted = new("additional-accepted", "A field nobody knows is taken.",
        "JSON Schema 2020-12 core, section 10.3.2.3", "There is no other field.");

    public static readonly Bug MinimumAccepted = new("minimum-accepted", "A quantity may be less than one.",
        "JSON Schema 2020-12 validation, section 6.2.4; HiEventsDev/Hi.Events#1231", "A number is not too small.");

    public static readonly Bug MaximumAccepted = new("maximum-accepted", "A weight may be any.",
        "JSON Schema 2020-12 validation, section 6.2.2", "A number is not too large.");

    public static readonly Bug LengthAccepted = new("length-accepted", "A text may be longer than its limit.",
        "JSON Schema 2020-12 validation, section 6.3.1; alkem-io/server#2577", "A text is not too long.");

    public static readonly Bug ShortAccepted = new("short-accepted", "A text may be shorter than its limit, even empty.",
        "JSON Schema 2020-12 validation, section 6.3.2; appsmithorg/appsmith#627", "A text is not too short.");

    public static readonly Bug PatternAccepted = new("pattern-accepted", "A text need not match its pattern.",
        "JSON Schema 2020-12 validation, section 6.3.3", "A text matches its pattern.");

    public static readonly Bug EnumAccepted = new("enum-accepted", "A value outside its list is taken for the first of the list.",
        "JSON Schema 2020-12 validation, section 6.1.2", "A value is one of its list.");

    public static readonly Bug FormatAccepted = new("format-accepted", "A text need not have its format.",
        "JSON Schema 2020-12 validation, section 7.3; DoSomethingArchive/legacy-website#6503", "A text has its format.");

    public static readonly Bug RepeatedItemsAccepted = new("repeated-items-accepted", "A list of different values may repeat one.",
        "JSON Schema 2020-12 validation, section 6.4.3", "Items differ.");

    public static readonly Bug EmptyListAccepted = new("empty-list-accepted", "A list that may not be empty is taken though it is.",
        "JSON Schema 2020-12 validation, section 6.4.2", "A list has enough items.");

    public static readonly Bug QueryBoundsAccepted = new("query-bounds-accepted", "A page size beyond its bounds is taken.",
        "opengeospatial/ogcapi-common#234", "A query parameter is within its bounds.");

    public static readonly Bug QueryEnumAccepted = new("query-enum-accepted", "A value of the query outside its list is taken for none.",
        "data-gov-my/datagovmy-back#87", "A query parameter is one of its list.");

    public static readonly Bug QueryTypeIsError = new("query-type-is-error", "A value of the query of another type is an error of the server.",
        "RFC 9110, section 15.6.1; getredash/redash#3394", "Bad input is the client's mistake.");

    public static readonly Bug PathTypeIsError = new("path-type-is-error", "An identifier that is none is an error of the server.",
        "RFC 9110, section 15.6.1; nextcloud/IntraVox#115", "Bad input is the client's mistake.");

    public static readonly Bug NullIsError = new("null-is-error", "Null for a required field is an error of the server.",
        "RFC 9110, section 15.6.1; Altinn/altinn-studio#6069", "Bad input is the client's mistake.");

    public static readonly Bug LongIsError = new("long-is-error", "A text that does not fit its column is an error of the server.",
        "RFC 9110, section 15.6.1; Code4SocialGood/c4sg-services#292", "Bad input is the client's mistake.");

    public static readonly Bug NegativeIsError = new("negative-is-error", "A quantity below one is an error of the server.",
        "RFC 9110, section 15.6.1; Sylius/Sylius#3522", "Bad input is the client's mistake.");

    public static readonly Bug NoBodyIsError = new("no-body-is-error", "A request without its body is an error of the server.",
        "RFC 9110, section 15.6.1; OctopusDeploy/Issues#2575", "Bad input is the client's mistake.");

    public static readonly Bug MalformedIsError = new("malformed-is-error", "A body that is not JSON is an error of the server.",
        "RFC 9110, section 15.6.1; dotnet/aspnetcore#36499", "Bad input is the client's mistake.");

    public static readonly Bug TruncatedAccepted = new("truncated-accepted", "A body that ends too early is completed.",
        "RFC 8259, section 2; dotnet/core#1240", "A body of JSON is JSON.");

    public static readonly Bug MediaTypeAccepted = new("media-type-accepted", "JSON is taken under any media type.",
        "RFC 9110, section 15.5.16", "A body has a described media type.");

    public static readonly Bug RepeatedNameAccepted = new("repeated-name-accepted", "Of a name that comes twice the last value is taken.",
        "RFC 8259, section 4; mrwogu/factory-droid-openai#39", "Names of an object differ.");

    public static readonly Bug ReadOnlyAccepted = new("read-only-accepted", "The points of a customer can be given by the client.",
        "JSON Schema 2020-12 validation, section 9.4; danielgtaylor/huma#473", "What is read-only is not written.");

    public static readonly Bug UploadWithoutFile = new("upload-without-file", "A document can be uploaded without its file.",
        "JSON Schema 2020-12 validation, section 6.5.3; RFC 7578, section 4.2", "A required part is there.");

    public static readonly IReadOnlyList<Bug> All =
    [
        TypeAccepted, NullAccepted, MissingAccepted, AdditionalAccepted, MinimumAccepted, MaximumAccepted, LengthAccepted, ShortAccepted, PatternAccepted,
        EnumAccepted, FormatAccepted, RepeatedItemsAccepted, EmptyListAccepted, QueryBoundsAccepted, QueryEnumAccepted, QueryTypeIsError, PathTypeIsError,
        NullIsError, LongIsError, NegativeIsError, NoBodyIsError, MalformedIsError, TruncatedAccepted, MediaTypeAccepted, RepeatedNameAccepted,
        ReadOnlyAccepted, UploadWithoutFile,
    ];
}
