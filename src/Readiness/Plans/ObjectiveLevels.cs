using System.Collections.Immutable;
using System.Globalization;
using Readiness.Districts;

namespace Readiness.Plans;

/// <summary>Names of the objective levels of a joint plan. All are minimised, in the order of <see cref="Names"/>.</summary>
public static class ObjectiveLevels
{
    /// <summary>
    /// What differs from a published plan within the horizon, each counting one: days of people with other work, in addition or no more; dispatches of an item on a lane and day in another
    /// quantity; sites that open on other days; offers bought in another number. Only plans made on top of a published plan have this level.
    /// </summary>
    public const string Changes = "changes";

    /// <summary>Minutes beyond the normal week, in hours, over people and calendar blocks of seven days.</summary>
    public const string Overtime = "load.overtime";

    /// <summary>Units of needs that recipes serve in place of the item, times the recipes' weights. Only districts with recipes have this level.</summary>
    public const string Substituted = "items.substituted";

    /// <summary>Prices of what is bought. Only districts with offers have this level.</summary>
    public const string Spending = "cost.spending";

    /// <summary>Units that reach their expiry date unused within the horizon.</summary>
    public const string Waste = "cost.waste";

    /// <summary>Units moved between places times great-circle km.</summary>
    public const string Transport = "cost.transport";

    /// <summary>Opening costs of the opened sites, in the document's currency.</summary>
    public const string Opening = "cost.opening";

    /// <summary>Heads not filled of a priority class.</summary>
    /// <param name="priorityClass">1 (life-critical) to 4 (routine).</param>
    public static string Cover(int priorityClass) => Of("cover.class", priorityClass);

    /// <summary>Guest-days of quarantine within the horizon that are not spent at a site. Only the policy's guest class has this level.</summary>
    /// <param name="priorityClass">1 (life-critical) to 4 (routine).</param>
    public static string Guests(int priorityClass) => Of("guests.class", priorityClass);

    /// <summary>Units unmet of items not bound to a shift, of a priority class.</summary>
    /// <param name="priorityClass">1 (life-critical) to 4 (routine).</param>
    public static string Items(int priorityClass) => Of("items.class", priorityClass);

    /// <summary>The levels of a district's plans, most important first: for every class cover, guests (the guest class only) and items; then changes, substitution, load and cost.</summary>
    /// <param name="district">The district.</param>
    /// <param name="onPublished">Whether the plans are made on top of a published one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="district"/> is null.</exception>
    public static ImmutableArray<string> Names(District district, bool onPublished = false)
    {
        ArgumentNullException.ThrowIfNull(district);
        var names = ImmutableArray.CreateBuilder<string>(16);
        for (int priorityClass = 1; priorityClass <= 4; priorityClass++)
        {
            names.Add(Cover(priorityClass));
            if (priorityClass == district.Policy.Quarantine.GuestClass)
            {
                names.Add(Guests(priorityClass));
            }

            names.Add(Items(priorityClass));
        }

        if (onPublished)
        {
            names.Add(Changes);
        }

        if (!district.Recipes.IsEmpty)
        {
            names.Add(Substituted);
        }

        names.Add(Overtime);
        if (!district.Offers.IsEmpty)
        {
            names.Add(Spending);
        }

        names.AddRange(Waste, Transport, Opening);
        return names.ToImmutable();
    }

    private static string Of(string prefix, int priorityClass)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(priorityClass, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(priorityClass, 4);
        return prefix + priorityClass.ToString(CultureInfo.InvariantCulture);
    }
}
