using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Readiness.Quarantine;

/// <summary>Checks the ranges that the documentation of <see cref="LocationProblem"/> and its parts gives.</summary>
internal static class LocationValidation
{
    private const string AnAmount = "it must be a finite number, 0 or more";

    /// <summary>Names every fault of the problem at once.</summary>
    /// <exception cref="ArgumentNullException">The problem is null.</exception>
    /// <exception cref="ArgumentException">The problem has faults; the message lists them all.</exception>
    public static void Validate(LocationProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        List<string> faults = [];
        Require(faults, problem.Days >= 1, $"{nameof(problem.Days)} is {problem.Days}; it must be 1 or more");
        Require(faults, problem.LengthOfStay >= 1, $"{nameof(problem.LengthOfStay)} is {problem.LengthOfStay}; it must be 1 or more");
        bool sites = Require(faults, !problem.Sites.IsDefault, $"{nameof(problem.Sites)} is missing");
        bool customers = Require(faults, !problem.Customers.IsDefault, $"{nameof(problem.Customers)} is missing");
        if (sites)
        {
            CheckSites(faults, problem.Sites);
        }

        if (customers)
        {
            CheckCustomers(faults, problem);
        }

        if (Require(faults, !problem.AssignmentCosts.IsDefault, $"{nameof(problem.AssignmentCosts)} is missing") && sites && customers)
        {
            CheckCosts(faults, problem);
        }

        if (Require(faults, !problem.Resources.IsDefault, $"{nameof(problem.Resources)} is missing") && sites)
        {
            CheckResources(faults, problem);
        }

        if (sites && customers && problem.Sites.All(site => site is not null) && problem.Customers.All(customer => customer is not null))
        {
            new LocationRuleValidation(problem, faults).Check();
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException($"The location problem is not valid: {string.Join("; ", faults)}.", nameof(problem));
        }
    }

    private static void CheckSites(List<string> faults, ImmutableArray<LocationSite> sites)
    {
        for (int j = 0; j < sites.Length; j++)
        {
            LocationSite site = sites[j];
            if (!Require(faults, site is not null, $"{nameof(LocationProblem.Sites)}[{j}] is missing"))
            {
                continue;
            }

            string name = $"site {j} ({site!.Name})";
            Require(
                faults, double.IsFinite(site.Capacity) && site.Capacity > 0,
                $"{name}: {nameof(site.Capacity)} is {site.Capacity}; it must be a finite number above 0");
            Require(faults, IsAmount(site.OpeningCost), $"{name}: {nameof(site.OpeningCost)} is {site.OpeningCost}; {AnAmount}");
            Require(faults, IsAmount(site.CostPerOpenDay), $"{name}: {nameof(site.CostPerOpenDay)} is {site.CostPerOpenDay}; {AnAmount}");
            Require(faults, site.EarliestDay >= 0, $"{name}: {nameof(site.EarliestDay)} is {site.EarliestDay}; it must be 0 or more");
            Require(faults, Enum.IsDefined(site.Opening), $"{name}: {nameof(site.Opening)} is {(int)site.Opening}, which is no opening rule");
        }
    }

    private static void CheckCustomers(List<string> faults, LocationProblem problem)
    {
        for (int i = 0; i < problem.Customers.Length; i++)
        {
            LocationCustomer customer = problem.Customers[i];
            if (Require(faults, customer is not null, $"{nameof(problem.Customers)}[{i}] is missing"))
            {
                CheckSeries(faults, customer!.Demand, problem.Days, "day", $"customer {i} ({customer.Name}): {nameof(customer.Demand)}");
            }
        }
    }

    private static void CheckCosts(List<string> faults, LocationProblem problem)
    {
        ImmutableArray<double> costs = problem.AssignmentCosts;
        long expected = (long)problem.Customers.Length * problem.Sites.Length;
        if (!Require(
            faults, costs.Length == expected,
            $"{nameof(problem.AssignmentCosts)} has {costs.Length} entries; {problem.Customers.Length} customers × {problem.Sites.Length} sites need {expected}"))
        {
            return;
        }

        for (int k = 0; k < costs.Length; k++)
        {
            Require(
                faults, costs[k] >= 0,
                $"{nameof(problem.AssignmentCosts)}[{k}] is {costs[k]}; it must be 0 or more, or positive infinity");
        }
    }

    private static void CheckResources(List<string> faults, LocationProblem problem)
    {
        for (int r = 0; r < problem.Resources.Length; r++)
        {
            SiteResource resource = problem.Resources[r];
            if (Require(faults, resource is not null, $"{nameof(problem.Resources)}[{r}] is missing"))
            {
                string name = $"resource {r} ({resource!.Name})";
                CheckSeries(faults, resource.Available, problem.Days, "day", $"{name}: {nameof(resource.Available)}");
                CheckSeries(faults, resource.FixedUse, problem.Sites.Length, "site", $"{name}: {nameof(resource.FixedUse)}");
                CheckSeries(faults, resource.UsePerUnit, problem.Sites.Length, "site", $"{name}: {nameof(resource.UsePerUnit)}");
            }
        }
    }

    private static void CheckSeries(List<string> faults, ImmutableArray<double> values, int length, string per, string name)
    {
        int actual = values.IsDefault ? 0 : values.Length;
        if (!Require(faults, actual == length, $"{name} has {actual} entries; it needs {length}, one per {per}"))
        {
            return;
        }

        for (int k = 0; k < actual; k++)
        {
            Require(faults, IsAmount(values[k]), $"{name}[{k}] is {values[k]}; {AnAmount}");
        }
    }

    private static bool IsAmount(double value) => double.IsFinite(value) && value >= 0;

    private static bool Require(List<string> faults, bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] ref FaultText fault)
    {
        if (!holds)
        {
            faults.Add(fault.ToStringAndClear());
        }

        return holds;
    }
}
