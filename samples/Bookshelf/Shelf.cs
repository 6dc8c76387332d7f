using System.Collections.Concurrent;

namespace Bookshelf;

/// <summary>The books, in memory.</summary>
internal sealed class Shelf
{
    private readonly ConcurrentDictionary<int, Book> books = new();
    private int last;

    public IReadOnlyList<Book> All() => [.. books.Values.OrderBy(book => book.Id)];

    public Book Add(NewBook book)
    {
        var id = Interlocked.Increment(ref last);
        return books[id] = new Book(id, book.Title, book.Pages);
    }

    public Book? Find(int id) => books.GetValueOrDefault(id);

    public bool Remove(int id) => books.TryRemove(id, out _);
}

/// <summary>A book on the shelf.</summary>
internal sealed record Book(int Id, string Title, int? Pages);

/// <summary>What a book is made from.</summary>
internal sealed record NewBook(string Title, int? Pages)
{
    private const int LongestTitle = 200;

    /// <summary>What is wrong with it, by member.</summary>
    public Dictionary<string, string[]> Problems()
    {
        var problems = new Dictionary<string, string[]>();
        if (Title is not { Length: > 0 and <= LongestTitle }) problems["title"] = [$"A title has 1 to {LongestTitle} characters."];
        if (Pages < 1) problems["pages"] = ["A book has at least one page."];
        return problems;
    }
}
