using System.Collections;

namespace IntegrationCopilot.SpecEngine;

/// <summary>The members or items of a node, in document order.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public readonly struct RawNodeChildren : IEnumerable<RawNode>
{
    private readonly RawNode container;

    internal RawNodeChildren(RawNode container) => this.container = container;

    /// <summary>Starts at the first child.</summary>
    public Enumerator GetEnumerator() => new(container);

    IEnumerator<RawNode> IEnumerable<RawNode>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks the children without allocating.</summary>
    /// <threadsafety>Not safe for several threads: each has its own.</threadsafety>
    public struct Enumerator : IEnumerator<RawNode>
    {
        private readonly RawDocument? document;
        private readonly int first;
        private readonly int end;
        private int current;

        internal Enumerator(RawNode container)
        {
            if (container.Kind is not (RawKind.Object or RawKind.Array)) return;
            document = container.Document;
            first = container.ValueIndex + 1;
            end = document!.Entries[container.ValueIndex].Next;
            current = -1;
        }

        /// <inheritdoc />
        public readonly RawNode Current => new(document!, current);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc />
        public bool MoveNext()
        {
            if (document is null) return false;
            current = current < 0 ? first : document.Entries[current].Next;
            return current < end;
        }

        /// <inheritdoc />
        public void Reset() => current = -1;

        /// <inheritdoc />
        public readonly void Dispose()
        {
        }
    }
}
