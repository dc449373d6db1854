namespace Readiness.Supplies;

/// <summary>One level of the lexicographic objective.</summary>
/// <param name="Name">Name, as reported in the proof.</param>
/// <param name="Rule">How items are shared out among the pairs (place, item) before the unserved units count.</param>
public sealed record DemandLevel(string Name, FairnessRule Rule)
{
    /// <summary>Whether the rule compares fill rates.</summary>
    public bool Fair => Rule != FairnessRule.MaximumFill;
}
