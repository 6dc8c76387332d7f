using System.Net;
using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

// Reads a description, validates an answer against it, and generates its golden tests: what a program that is compiled ahead of time can do.
if (args is not [var path])
{
    Console.Error.WriteLine("usage: Native DOCUMENT, where DOCUMENT is an OpenAPI document in JSON or YAML");
    return 2;
}

var read = await ApiSpecReader.ReadFileAsync(path);
foreach (var problem in read.Problems) Console.WriteLine($"{problem.Location}: {problem.Message}");
if (read.Spec is not { } spec) return 1;
Console.WriteLine($"{spec.Operations.Count} operations, {spec.Resources.Resources.Count} resources, {SpecRule.All.Count} rules");

var validator = new MessageValidator(spec);
using var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"id":1,"data":{}}""", Encoding.UTF8, "application/json") };
var response = await RecordedResponse.FromAsync(answer);
var findings = spec.Operations.SelectMany(operation => validator.ValidateResponse(operation, response).Findings).ToList();
Console.WriteLine($"{findings.Count} findings, {findings.Count(finding => finding.Severity == FindingSeverity.Error)} of them errors");

var suite = GoldenTestGenerator.Generate(spec);
var again = GoldenTestSuite.FromJson(suite.ToJson());
Console.WriteLine($"{suite.Tests.Count} golden tests, {suite.Tests.Count(test => test.Applicable)} apply, {suite.Tests.Sum(test => test.Steps.Count)} steps");
Console.WriteLine($"{suite.ToJson().Length} characters as JSON, {(again.ToJson() == suite.ToJson() ? "read back alike" : "read back differently")}");

var blueprint = Blueprint.FromSpec(spec).ToJson();
Console.WriteLine($"{blueprint.Length} characters of blueprint, {(Blueprint.FromJson(blueprint).ToJson() == blueprint ? "read back alike" : "read back differently")}");
return 0;
