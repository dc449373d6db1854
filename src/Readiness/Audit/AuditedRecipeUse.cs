using Readiness.Districts;

namespace Readiness.Audit;

/// <summary>Units of a need that a recipe serves on a day, of an entry whose need, recipe, day and amount make sense.</summary>
/// <param name="Need">Position of the need.</param>
/// <param name="Recipe">The recipe.</param>
/// <param name="Day">Day.</param>
/// <param name="Units">Units of the need.</param>
internal sealed record AuditedRecipeUse(int Need, Recipe Recipe, int Day, long Units)
{
    /// <summary>Whole batches that so many units take.</summary>
    public long Batches => BatchesOf(Units);

    /// <summary>Units of an item that one unit of the need less would save.</summary>
    public long SavedByOneLess(string item)
    {
        long perBatch = Recipe.Uses.Where(use => use.Item == item).Sum(use => use.Quantity);
        return (BatchesOf(Units) - BatchesOf(Units - 1)) * perBatch;
    }

    private long BatchesOf(long units) => (units + Recipe.Serves - 1) / Recipe.Serves;
}
