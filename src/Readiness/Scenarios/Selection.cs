namespace Readiness.Scenarios;

/// <summary>What a change is about: narrowed condition by condition, so that it can be told which condition leaves nothing.</summary>
internal sealed class Selection<T>
{
    private readonly string? blamed;

    private Selection(IReadOnlyList<T> found, string? blamed)
    {
        Found = found;
        this.blamed = blamed;
    }

    /// <summary>What meets every condition, in its given order.</summary>
    public IReadOnlyList<T> Found { get; }

    /// <summary>Everything.</summary>
    public static Selection<T> Of(IEnumerable<T> all) => new([.. all], null);

    /// <summary>Keeps what meets a condition.</summary>
    /// <param name="property">Name of the property that states the condition.</param>
    /// <param name="given">The property's value; null if it states nothing.</param>
    /// <param name="keep">The condition.</param>
    public Selection<T> Narrow(string property, object? given, Func<T, bool> keep)
    {
        if (given is null)
        {
            return this;
        }

        T[] kept = [.. Found.Where(keep)];
        return new Selection<T>(kept, kept.Length == 0 ? blamed ?? property : null);
    }

    /// <summary>The fault of a change whose conditions nothing meets. Without conditions there is none: it then says what holds of all, however many there are.</summary>
    /// <param name="nothing">What is missing, in words.</param>
    public IEnumerable<ChangeFault> Fault(string nothing) => blamed is null ? [] : [new ChangeFault(blamed, nothing)];
}
