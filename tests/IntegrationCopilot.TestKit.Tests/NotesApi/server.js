// An API of notes on Fastify, whose plug-in makes the document from the schemas of the routes. Right as it stands; the environment
// variable BUG names one thing of bugs.json that is wrong. Prints its port when it listens, and ends when its input does.
"use strict";
const { randomUUID } = require("node:crypto");
const Ajv = require("ajv");
const formats = require("ajv-formats");
const fastify = require("fastify");

const bug = process.env.BUG ?? "";
const has = (name) => bug === name;
const token = "nt_5d1c08f3a97b4e62";
const notes = new Map();

const problem = { type: "object", required: ["title", "status"], properties: { title: { type: "string" }, status: { type: "integer" }, detail: { type: "string" } } };
const written = {
  title: { type: "string", minLength: 1, maxLength: 80 },
  colour: { type: "string", enum: ["white", "yellow", "blue"] },
  priority: { type: "integer", minimum: 1, maximum: 5 },
  tags: { type: "array", maxItems: 5, uniqueItems: true, items: { type: "string", maxLength: 20 } },
};
const input = { type: "object", required: ["title", "colour", "priority"], additionalProperties: false, properties: written };
const note = {
  type: "object", required: ["id", "createdAt", "title", "colour", "priority", "tags"],
  properties: { id: { type: "string", format: "uuid" }, createdAt: { type: "string", format: "date-time" }, ...written },
};
const page = { type: "object", required: ["items", "total"], properties: { items: { type: "array", items: note }, total: { type: "integer" } } };
const byId = { type: "object", required: ["noteId"], properties: { noteId: { type: "string", format: "uuid" } } };
const ofList = {
  type: "object",
  properties: { limit: { type: "integer", minimum: 1, maximum: 50, default: 5 }, offset: { type: "integer", minimum: 0, maximum: 10000, default: 0 }, colour: written.colour },
};

const described = (description, schema) => ({ description, content: { "application/json": { schema } } });
const refusal = (description) => ({ description, content: { "application/problem+json": { schema: problem } } });
const refusals = (...codes) => Object.fromEntries([401, ...codes].map((code) => [code, refusal(`Refused with ${code}.`)]));
const located = { description: "Created.", headers: { Location: { description: "Where it is.", type: "string" } }, content: { "application/json": { schema: note } } };

// What Fastify does to input by itself (it changes types and drops fields) is turned off: only text of the path and the query is read as other types.
const strict = formats(new Ajv({ coerceTypes: has("type-coerced"), useDefaults: true, removeAdditional: false }));
const ofText = formats(new Ajv({ coerceTypes: true, useDefaults: true }));
const lenient = { "length-accepted": ["minLength", "maxLength"], "range-accepted": ["minimum", "maximum"], "enum-accepted": ["enum"], "additional-accepted": ["additionalProperties"] };

function without(schema, keywords) {
  if (Array.isArray(schema)) return schema.map((item) => without(item, keywords));
  if (schema === null || typeof schema !== "object") return schema;
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !keywords.includes(name)).map(([name, value]) => [name, without(value, keywords)]));
}

const app = fastify({ bodyLimit: 65_536 });
app.setValidatorCompiler(({ schema, httpPart }) => (httpPart === "body" ? strict.compile(without(schema, lenient[bug] ?? [])) : ofText.compile(schema)));
app.removeContentTypeParser("text/plain");
app.setSerializerCompiler(() => JSON.stringify);
app.register(require("@fastify/swagger"), {
  openapi: {
    openapi: "3.0.3", info: { title: "Notes", version: "1.0.0" },
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } }, security: [{ token: [] }],
  },
});

const titles = { 400: "Bad Request", 401: "Unauthorized", 404: "Not Found", 413: "Content Too Large", 415: "Unsupported Media Type", 500: "Internal Server Error" };

function refuse(reply, status, detail) {
  if (has("error-is-html")) return reply.code(status).type("text/html").send("<h1>Sorry</h1>");
  return reply.code(status).type("application/problem+json").send(JSON.stringify({ title: titles[status] ?? "Error", status, detail }));
}

function shown(one) {
  const { listed, ...fields } = one;
  if (has("field-missing")) delete fields.colour;
  if (has("moment-is-number")) fields.createdAt = Math.floor(Date.parse(one.createdAt) / 1000);
  return fields;
}

const json = (reply, status, value) => reply.code(status).type("application/json; charset=utf-8").send(JSON.stringify(value));

app.setErrorHandler((error, request, reply) => {
  const isMalformed = error instanceof SyntaxError || error.code === "FST_ERR_CTP_EMPTY_JSON_BODY" || error.code === "FST_ERR_CTP_INVALID_JSON_BODY";
  if (isMalformed) return refuse(reply, has("malformed-is-error") ? 500 : 400, "The body is not JSON.");
  return refuse(reply, error.validation ? 400 : (error.statusCode ?? 500), error.validation ? error.message : "It could not be done.");
});
app.setNotFoundHandler((request, reply) => refuse(reply, 404, "There is nothing here."));

app.addHook("onRequest", async (request, reply) => {
  if (request.routeOptions.config?.open || request.is404) return;
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (given === token || (has("token-not-needed") && given === undefined) || (has("token-not-checked") && given !== undefined)) return;
  reply.header("WWW-Authenticate", "Bearer");
  return refuse(reply, 401, "A token is needed.");
});

function find(request, reply) {
  const found = notes.get(request.params.noteId);
  if (!found && !has("unknown-id-is-empty")) refuse(reply, 404, "There is no such note.");
  else if (!found) json(reply, 200, {});
  return found;
}

function add(fields, listed = true) {
  const made = { id: randomUUID(), createdAt: new Date().toISOString(), tags: [], ...fields, listed };
  notes.set(made.id, made);
  return made;
}

app.register(async (api) => {
  api.get("/openapi.json", { schema: { hide: true }, config: { open: true } }, (request, reply) => json(reply, 200, app.swagger()));

  api.get("/notes", { schema: { operationId: "listNotes", tags: ["notes"], querystring: ofList, response: { 200: described("Notes.", page), ...refusals(400) } } }, (request, reply) => {
    const { limit, offset, colour } = request.query;
    const all = [...notes.values()].filter((one) => one.listed && (colour === undefined || has("filter-ignored") || one.colour === colour));
    const start = has("page-repeats") && offset > 0 ? offset - 1 : offset;
    return json(reply, 200, { items: all.slice(start, start + (has("page-size-ignored") ? 5 : limit)).map(shown), total: all.length });
  });

  api.post("/notes", { schema: { operationId: "createNote", tags: ["notes"], body: input, response: { 201: located, ...refusals(400, 415) } } }, (request, reply) => {
    const made = add(request.body, !has("created-not-listed"));
    reply.header("Location", `/notes/${made.id}`);
    return json(reply, has("create-answers-200") ? 200 : 201, shown(made));
  });

  api.get("/notes/:noteId", { schema: { operationId: "readNote", tags: ["notes"], params: byId, response: { 200: described("The note.", note), ...refusals(400, 404) } } }, (request, reply) => {
    const found = find(request, reply);
    return found ? json(reply, 200, shown(found)) : reply;
  });

  api.put("/notes/:noteId", { schema: { operationId: "replaceNote", tags: ["notes"], params: byId, body: input, response: { 200: described("The note.", note), ...refusals(400, 404, 415) } } }, (request, reply) => {
    const found = find(request, reply);
    if (!found) return reply;
    const changed = { ...found, tags: [], ...request.body };
    if (!has("replace-without-effect")) notes.set(found.id, changed);
    return json(reply, 200, shown(changed));
  });

  api.delete("/notes/:noteId", { schema: { operationId: "deleteNote", tags: ["notes"], params: byId, response: { 204: { description: "Gone.", type: "null" }, ...refusals(400, 404) } } }, (request, reply) => {
    const found = find(request, reply);
    if (!found) return reply;
    if (!has("delete-deletes-nothing")) notes.delete(found.id);
    return reply.code(204).send();
  });
});

for (let number = 1; number <= 12; number++) add({ title: `Note ${number}`, colour: written.colour.enum[number % 3], priority: (number % 5) + 1 });
process.stdin.on("end", () => process.exit(0)).resume();
app.listen({ host: "127.0.0.1", port: 0 }).then((address) => console.log(new URL(address).port), (error) => { console.error(error); process.exit(1); });
