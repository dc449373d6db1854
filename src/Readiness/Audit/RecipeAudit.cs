using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>Checks where recipes serve needs: whether they may, up to which share, and whether the item itself was short.</summary>
internal sealed class RecipeAudit
{
    private readonly AuditContext context;
    private readonly IssueAudit issues;
    private readonly HashSet<(int Need, string Recipe, int Day)> seen = [];

    public RecipeAudit(AuditContext context, IssueAudit issues)
    {
        this.context = context;
        this.issues = issues;
    }

    /// <summary>Checks the entries, and notes them with the issues.</summary>
    public void Run()
    {
        foreach (SubstitutedIssue issue in context.Substitutions)
        {
            Check(issue);
        }
    }

    /// <summary>Reports recipes that serve although the item is there. Where room for stock is limited this is not judged: what a recipe would leave over might not fit.</summary>
    public void CompareWith(StockSimulation stock)
    {
        foreach (AuditedRecipeUse use in issues.Recipes)
        {
            AuditedNeed need = issues.Needs[use.Need];
            string place = context.Index.PlaceIds[need.Place];
            string item = context.District.Items[need.Item].Id;
            long spare = stock.Spare(need.Place, need.Item, use.Day, need.PriorityClass);
            if (spare >= 1 - use.SavedByOneLess(item)
                && !context.District.Facilities.Any(facility => facility.Id == place && facility.StorageLitres is not null))
            {
                context.Report(AuditRules.RecipeUnneeded, $"{need.Id}/{item}/{use.Recipe.Id}", use.Day, $"{use.Units} units by a recipe, and {spare} of {item} are to spare.");
            }
        }
    }

    private void Check(SubstitutedIssue issue)
    {
        string subject = $"{issue.Need}/{issue.Item}/{issue.Recipe}";
        int position = issues.Find(issue.Need, issue.Item);
        Recipe? recipe = context.District.Recipes.FirstOrDefault(candidate => candidate.Id == issue.Recipe && candidate.Item == issue.Item);
        if (position < 0 || recipe is null)
        {
            context.Report(position < 0 ? AuditRules.UnknownNeed : AuditRules.UnknownRecipe, subject, null, position < 0 ? "There is no such need." : "There is no such recipe for the item.");
            return;
        }

        if (!context.TryDay(issue.Day, subject, out int day) || !context.TryAmount(issue.Units, subject, day))
        {
            return;
        }

        if (!seen.Add((position, recipe.Id, day)))
        {
            context.Report(AuditRules.DuplicateSubstitution, subject, day, "Served by the recipe in more than one entry.");
            return;
        }

        AuditedNeed need = issues.Needs[position];
        if (!recipe.Classes.Contains(need.PriorityClass))
        {
            context.Report(AuditRules.RecipeNotAllowed, subject, day, $"The recipe is not for class {need.PriorityClass}.");
        }

        decimal most = (decimal)recipe.MostShare * need.Required[day];
        if (issue.Units > most)
        {
            context.Report(AuditRules.RecipeBeyondShare, subject, day, $"{issue.Units} of {need.Required[day]} units by a recipe for at most {recipe.MostShare} of them.");
        }

        issues.Add(new AuditedRecipeUse(position, recipe, day, issue.Units));
    }
}
