using Bookshelf;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddSingleton<Shelf>();
builder.Services.AddProblemDetails();
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
var app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();

app.MapGet("/books", (Shelf shelf) => shelf.All());
app.MapPost("/books", (NewBook book, Shelf shelf) => book.Problems() is { Count: > 0 } problems
    ? Results.ValidationProblem(problems)
    : Created(shelf.Add(book)));
app.MapGet("/books/{id:int}", (int id, Shelf shelf) => shelf.Find(id) is { } book ? Results.Ok(book) : Results.NotFound());
app.MapDelete("/books/{id:int}", (int id, Shelf shelf) => shelf.Remove(id) ? Results.NoContent() : Results.NotFound());
app.Run();

static IResult Created(Book book) => Results.Created($"/books/{book.Id}", book);
