using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>What documents write into paths, queries and headers, as a few lines: the tests of each pass against its own mock, and ask what they
/// should.</summary>
public sealed class PathLoopTests
{
    [Theory]
    [InlineData("Two parameters with nothing between them", 1, """
          /notes/{id}{extension}:
            get:
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
                - { name: extension, in: path, required: true, schema: { type: string, enum: [.json] } }
              responses: { '200': { description: ok } }
        """)]
    [InlineData("Two parameters with a full stop between them, which may stand in a number", 1, """
          /notes/{id}.{format}:
            get:
              parameters:
                - { name: id, in: path, required: true, schema: { type: integer } }
                - { name: format, in: path, required: true, schema: { type: string } }
              responses: { '200': { description: ok }, '400': { description: wrong } }
        """)]
    [InlineData("A path with an extension beside the same path without one", 2, """
          /media/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              responses: { '200': { description: ok }, '400': { description: wrong } }
          /media/{id}.{extension}:
            get:
              parameters:
                - { name: id, in: path, required: true, schema: { type: integer } }
                - { name: extension, in: path, required: true, schema: { type: string } }
              responses: { '200': { description: ok }, '400': { description: wrong } }
        """)]
    [InlineData("Parameters in the query of a path", 2, """
          /alerts?lat={lat}&lon={lon}:
            get:
              parameters:
                - { name: lat, in: path, required: true, schema: { type: number } }
                - { name: lon, in: path, required: true, schema: { type: number } }
                - { name: units, in: query, schema: { type: string, enum: [S, I] } }
              responses: { '200': { description: ok } }
          /alerts?city={city}:
            get:
              parameters:
                - { name: city, in: path, required: true, schema: { type: string } }
                - { name: units, in: query, schema: { type: string, enum: [M] } }
              responses: { '200': { description: ok } }
        """)]
    [InlineData("A parameter whose first value is another path", 2, """
          /boards/{id}/all:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { '200': { description: ok } }
          /boards/{id}/{filter}:
            get:
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
                - { name: filter, in: path, required: true, schema: { type: string, enum: [all, open] } }
                - { name: size, in: query, required: true, schema: { type: integer } }
              responses: { '200': { description: ok } }
        """)]
    [InlineData("One path of two operations, of which one asks for more", 1, """
          /boards/{id}/cards/{filter}:
            get:
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
                - { name: filter, in: path, required: true, schema: { type: string } }
                - { name: size, in: query, required: true, schema: { type: integer } }
              responses: { '200': { description: ok } }
          /boards/{id}/cards/{card}:
            get:
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
                - { name: card, in: path, required: true, schema: { type: string } }
              responses: { '200': { description: ok } }
        """)]
    [InlineData("One path of two operations, of which one takes any kind", 2, """
          /{parent}/notes:
            get:
              parameters: [{ name: parent, in: path, required: true, schema: { type: string } }]
              responses: { '200': { description: ok } }
          /{name}/notes:
            get:
              parameters:
                - { name: name, in: path, required: true, schema: { type: string } }
                - { name: kind, in: query, schema: { type: string, enum: [A, B] } }
              responses: { '200': { description: ok } }
        """)]
    [InlineData("A credential that an operation asks for as a parameter", 1, """
          /notes:
            post:
              parameters: [{ name: X-Key, in: header, required: true, schema: { type: string } }]
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [text], properties: { text: { type: string } } } } } }
              responses: { '201': { description: made } }
        """)]
    [InlineData("A preference that is required", 1, """
          /notes/{id}:
            put:
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
                - { name: Prefer, in: header, required: true, schema: { type: string, enum: [return=representation] } }
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [text], properties: { text: { type: string } } } } } }
              responses: { '200': { description: changed } }
        """)]
    [InlineData("HEAD of a path that takes another for a parameter", 3, """
          /videos/{id}/live.m3u8:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { '200': { description: ok, content: { application/x-mpegURL: { schema: { type: string, format: binary } } } } }
          /videos/{id}/{stream}.{container}:
            parameters:
              - { name: id, in: path, required: true, schema: { type: string } }
              - { name: stream, in: path, required: true, schema: { type: string } }
              - { name: container, in: path, required: true, schema: { type: string } }
            get: { responses: { '200': { description: ok, content: { 'video/*': { schema: { type: string, format: binary } } } } } }
            head: { responses: { '200': { description: ok, content: { 'video/*': { schema: { type: string, format: binary } } } } } }
        """)]
    [InlineData("A parameter that one method takes of any form", 3, """
          /lists:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }
              responses: { '200': { description: made, content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } }
          /lists/{listId}/items:
            delete:
              parameters: [{ name: listId, in: path, required: true, schema: { type: string } }]
              responses: { '204': { description: gone } }
            get:
              parameters: [{ name: listId, in: path, required: true, schema: { type: string, format: uuid } }]
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: object, properties: { name: { type: string } } } } } } }
                '404': { description: none }
        """)]
    [InlineData("An answer that leads elsewhere, and nothing else", 2, """
          /shortcuts/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
            get:
              responses:
                '302': { description: there, headers: { Location: { required: true, schema: { type: string, format: uri } } } }
                '400': { description: wrong }
            put:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [to], properties: { to: { type: string } } } } } }
              responses: { '200': { description: changed } }
        """)]
    [InlineData("An answer of which no success is described", 1, """
          /certificates:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { mobile: { type: string } } } } } }
              responses: { '400': { description: wrong } }
        """)]
    public async Task RunAsync_Path_PassesItsOwnTests(string what, int asked, string paths)
    {
        var document = $"""
            openapi: 3.0.3
            info: {"{ title: t, version: '1' }"}
            paths:
            {paths}
            components:
              securitySchemes: {"{ key: { type: apiKey, in: header, name: X-Key } }"}
            """;
        var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(document), "path.yaml").Spec!;
        var loop = await ClosedLoop.RunAsync(what, spec, TestContext.Current.CancellationToken);
        loop.Failures.Should().BeEmpty(what);
        loop.Result.Cases.Count(item => item.Id.StartsWith("contract-described", StringComparison.Ordinal) && item.Status == CaseStatus.Pass).Should()
            .Be(asked, what);
    }
}
