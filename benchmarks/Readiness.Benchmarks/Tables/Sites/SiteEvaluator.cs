using System.Collections.Immutable;
using System.Globalization;

namespace Readiness.Benchmarks.Tables.Sites;

/// <summary>Checks a solution against the records of an instance's file and adds up what it costs. Shares no code with the planner or its auditor.</summary>
internal static class SiteEvaluator
{
    private const double Tolerance = 1e-6;

    /// <summary>The fixed costs of the facilities in use and the costs of the shares. Shares must be without faults of numbering.</summary>
    public static double Objective(SiteInstance instance, IReadOnlyList<SiteShare> shares)
    {
        bool[] used = new bool[instance.Facilities];
        double objective = 0;
        foreach (SiteShare share in shares)
        {
            if (!used[share.Facility])
            {
                used[share.Facility] = true;
                objective += instance.FixedCosts[share.Facility];
            }

            objective += instance.Cost(share.Facility, share.Customer) * share.Share;
        }

        return objective;
    }

    /// <summary>
    /// What the solution breaks; empty if nothing. The shares of each customer sum to 1 within 1e-6 and no facility serves more than its capacity,
    /// within a relative 1e-6.
    /// </summary>
    public static ImmutableArray<string> Faults(SiteInstance instance, IReadOnlyList<SiteShare> shares)
    {
        ImmutableArray<string>.Builder faults = ImmutableArray.CreateBuilder<string>();
        double[] served = new double[instance.Customers];
        double[] loads = new double[instance.Facilities];
        HashSet<(int Facility, int Customer)> seen = [];
        foreach (SiteShare share in shares)
        {
            if (share.Facility < 0 || share.Facility >= instance.Facilities || share.Customer < 0 || share.Customer >= instance.Customers)
            {
                faults.Add(Text($"there is no facility {share.Facility} or no customer {share.Customer}"));
                continue;
            }

            if (!seen.Add((share.Facility, share.Customer)))
            {
                faults.Add(Text($"facility {share.Facility} and customer {share.Customer} are paired twice"));
            }

            if (!(share.Share >= SiteShare.Least && share.Share <= 1 + Tolerance))
            {
                faults.Add(Text($"the share of customer {share.Customer} at facility {share.Facility} is {share.Share:R}; it must be from {SiteShare.Least} to 1"));
            }

            served[share.Customer] += share.Share;
            loads[share.Facility] += share.Share * instance.Demands[share.Customer];
        }

        for (int i = 0; i < served.Length; i++)
        {
            if (!(Math.Abs(served[i] - 1) <= Tolerance))
            {
                faults.Add(Text($"the shares of customer {i} sum to {served[i]:R}"));
            }
        }

        for (int j = 0; j < loads.Length; j++)
        {
            if (!(loads[j] <= instance.Capacities[j] * (1 + Tolerance)))
            {
                faults.Add(Text($"facility {j} serves {loads[j]:R} and can serve {instance.Capacities[j]:R}"));
            }
        }

        return faults.ToImmutable();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
