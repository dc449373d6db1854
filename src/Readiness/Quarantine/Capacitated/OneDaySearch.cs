using System.Collections.Immutable;

namespace Readiness.Quarantine.Capacitated;

/// <summary>Solves problems of one day whose demand may be split, criterion by criterion, with <see cref="LocationTree"/>.</summary>
internal sealed class OneDaySearch
{
    private const double OptimalGap = 1e-6;
    private const double FeasibilityGap = 1e-7;

    // So that rounding does not leave a gap just above the one that is asked for.
    private const double Margin = 0.99;
    private const double ShareOfTime = 0.5;

    private readonly IndexedLocation location;
    private readonly LocationOptions options;
    private readonly IProgress<SolveProgress>? progress;
    private readonly SearchClock clock;
    private readonly OneDayLocation day;
    private readonly OpeningRules rules;
    private readonly List<LevelProof> levels = [];
    private List<int> open = [];
    private LocationCertificate? certificate;

    // Whether all can be served with all sites open, and those are the open ones: feasible, but nothing to start a search from.
    private bool isAllOpen;
    private OpenSites? final;
    private long nodes;

    public OneDaySearch(IndexedLocation location, LocationOptions options, IProgress<SolveProgress>? progress, SearchClock clock)
    {
        this.location = location;
        this.options = options;
        this.progress = progress;
        this.clock = clock;
        rules = OpeningRulesReader.Read(location.Problem);
        day = new OneDayLocation(location, rules);
    }

    /// <summary>Whether the problem is one of those that can be solved here.</summary>
    public static bool CanSolve(LocationProblem problem) =>
        problem.Days == 1 && problem.Resources.IsEmpty && !problem.SingleSource && !FairnessSearch.IsNeeded(problem);

    /// <summary>Searches. Without a plan that keeps the rules about sites, there are no levels and nothing is open.</summary>
    public SitePlan Run()
    {
        foreach (LocationCriterion criterion in location.Problem.Objectives)
        {
            TimeSpan end = criterion == location.Problem.Objectives[^1] ? clock.Left : clock.Left * ShareOfTime;
            var limited = new SearchClock(end, clock.Token);
            (double value, double bound) = criterion switch
            {
                LocationCriterion.Unserved => MinimiseUnserved(limited),
                LocationCriterion.SiteCount => MinimiseSites(limited),
                LocationCriterion.Farthest => MinimiseFarthest(limited),
                _ => MinimiseCost(limited),
            };
            if (double.IsPositiveInfinity(value))
            {
                Termination ending = double.IsPositiveInfinity(bound) ? Termination.Infeasible : Ending(isOptimal: false);
                return new SitePlan([], [], new PlanProof(ending, []));
            }

            levels.Add(new LevelProof(SiteLevels.NameOf(criterion), value, Math.Clamp(bound, Math.Min(0, value), value)));
        }

        return ToPlan();
    }

    private (double Value, double Bound) MinimiseUnserved(SearchClock limited)
    {
        double value;
        double bound;
        if (rules.IsEmpty && location.Problem.LeastSites == 0 && day.MostSites >= location.Sites)
        {
            // With all sites open it is a matter of transportation. At the real costs there is less to do, if there is room for all.
            open = [.. Enumerable.Range(0, location.Sites).Where(j => location.FirstDay[j] == 0 && location.Capacity[j] > 0)];
            day.AllowedUnserved = 0;
            isAllOpen = day.CanServeAll || ServedFrom(day.Costs()).IsFeasible;
            value = isAllOpen ? 0 : ServedFrom(day.Unserved()).Cost();
            bound = value;
        }
        else
        {
            LocationTree tree = Search(day.Unserved(), limited, FeasibilityGap, day.IsWhole ? 1 : 0, LocationCriterion.Unserved);
            (value, bound) = (tree.Cost, tree.Bound);
        }

        day.AllowedUnserved = value;
        return (value + location.Unservable, bound + location.Unservable);
    }

    private (double Value, double Bound) MinimiseSites(SearchClock limited)
    {
        isAllOpen = false;
        LocationTree tree = Search(day.SiteCount(), limited, 0, 1, LocationCriterion.SiteCount);
        day.MostSites = double.IsFinite(tree.Cost) ? (int)Math.Round(tree.Cost) : day.MostSites;
        return (tree.Cost, tree.Bound);
    }

    private (double Value, double Bound) MinimiseCost(SearchClock limited)
    {
        SearchRecord? record = options.WithCertificate ? new SearchRecord() : null;
        CapacitatedLocation costs = day.Costs();
        LocationTree tree = Search(costs, limited, options.RelativeGap * Margin, 0, LocationCriterion.Cost, record: record);
        final = tree.Best;
        if (double.IsPositiveInfinity(tree.Cost) && isAllOpen)
        {
            final = ServedFrom(costs);
            return (final.Cost(), tree.Bound);
        }

        certificate = record?.ToCertificate(tree.Bound, day);
        return (tree.Cost, tree.Bound);
    }

    // Bisection over the distances there are: is a plan possible that sends nobody further?
    private (double Value, double Bound) MinimiseFarthest(SearchClock limited)
    {
        isAllOpen = false;
        double[] radii = day.Radii();
        int tooNear = -1;
        int enough = RankOf(radii, Farthest(open));
        while (enough - tooNear > 1 && !limited.IsOver)
        {
            int middle = (tooNear + enough) / 2;
            day.Radius = radii[middle];
            if (Cover() is { } covered)
            {
                (tooNear, enough) = covered ? (tooNear, Math.Min(middle, RankOf(radii, day.FarthestFrom(open)))) : (middle, enough);
                continue;
            }

            LocationTree tree = Search(day.Unserved(), limited, FeasibilityGap, day.IsWhole ? 1 : 0, LocationCriterion.Farthest, day.AllowedUnserved * (1 + FeasibilityGap));
            if (tree.Cost <= tree.Enough)
            {
                enough = Math.Min(middle, RankOf(radii, Farthest(open)));
            }
            else if (tree.Bound > tree.Enough)
            {
                tooNear = middle;
            }
            else
            {
                break;
            }
        }

        // With nobody to send, the farthest is at no distance.
        if (radii.Length == 0 || day.AllowedUnserved >= day.Total)
        {
            return (0, 0);
        }

        day.Radius = radii[enough];
        return (radii[enough], radii[tooNear + 1]);
    }

    // Whether everybody can be sent, where it is a matter of reach alone; null where the search has to tell.
    private bool? Cover()
    {
        if (day.AllowedUnserved > 0 || day.InReach() is not { } inReach)
        {
            return null;
        }

        int[] forced = [.. Enumerable.Range(0, location.Sites).Where(j => location.Forced[j])];
        ulong anyway = forced.Aggregate(0UL, static (sites, j) => sites | (1UL << j));
        bool? answer = new CoverSearch(inReach).Run(anyway, Math.Min(day.MostSites, location.Sites) - forced.Length, out ulong cover);
        if (answer != true)
        {
            return answer;
        }

        if (!rules.IsEmpty || location.Problem.LeastSites > 0 || !day.IsRoomy)
        {
            return null;
        }

        open = [.. Enumerable.Range(0, location.Sites).Where(j => (cover >> j & 1) == 1)];
        return true;
    }

    private LocationTree Search(
        CapacitatedLocation problem, SearchClock limited, double gap, double granularity, LocationCriterion criterion, double enough = double.NegativeInfinity, SearchRecord? record = null)
    {
        string level = SiteLevels.NameOf(criterion);
        var tree = new LocationTree(problem, limited, gap, options.Threads, options.WorkLimit ?? long.MaxValue)
        {
            Granularity = granularity,
            Enough = enough,
            Record = record,
            Report = (cost, bound) =>
            {
                if (criterion != LocationCriterion.Farthest && double.IsFinite(cost))
                {
                    progress?.Report(new SolveProgress("branch and bound", clock.Elapsed, level, cost, double.IsFinite(bound) ? bound : null));
                }
            },
        };
        if (open.Count > 0 && !isAllOpen)
        {
            tree.Start([.. open, day.Nowhere]);
        }

        tree.Run();
        nodes += tree.Nodes;
        if (double.IsFinite(tree.Cost) && (double.IsNegativeInfinity(enough) || tree.Cost <= enough))
        {
            open = [.. tree.Best.Sites.Take(tree.Best.Count).Where(site => site != day.Nowhere).Order()];
        }

        return tree;
    }

    // The cheapest way to serve everyone from the sites that are open.
    private OpenSites ServedFrom(CapacitatedLocation costs)
    {
        var served = new OpenSites(costs);
        served.Reset([.. open, day.Nowhere]);
        return served;
    }

    private double Farthest(List<int> sites)
    {
        var near = new OpenSites(day.Distances());
        near.Reset([.. sites, day.Nowhere]);
        return near.Served().Where(s => s.Site != day.Nowhere).Select(s => day.DistanceOf(day.CustomerOf(s.Customer), s.Site)).DefaultIfEmpty(0).Max();
    }

    private static int RankOf(double[] radii, double radius)
    {
        int rank = Array.BinarySearch(radii, radius);
        return rank >= 0 ? rank : Math.Min(~rank, radii.Length - 1);
    }

    private SitePlan ToPlan()
    {
        bool hasCost = location.Problem.Objectives.Contains(LocationCriterion.Cost);
        OpenSites last = final ?? ServedFrom(hasCost || location.Problem.Distances.IsEmpty ? day.Costs() : day.Distances());

        var placements = new List<Placement>();
        foreach ((int site, int customer, double units) in last.Served())
        {
            double quantity = location.Problem.WholeUnits ? Math.Round(units) : units;
            if (site != day.Nowhere && quantity > FeasibilityGap)
            {
                placements.Add(new Placement(day.CustomerOf(customer), 0, site, quantity));
            }
        }

        CloseIdle(placements);
        Restate(placements);
        return new SitePlan(
            [.. open.Select(site => new SiteUse(site, 0, 0))],
            [.. placements.OrderBy(p => p.Customer).ThenBy(p => p.Site)],
            new PlanProof(Ending(levels.TrueForAll(level => level.Gap <= OptimalGap)), [.. levels]))
        {
            Certificate = certificate,
        };
    }

    // Where no criterion saw to it, a site that serves nobody need not open.
    private void CloseIdle(List<Placement> placements)
    {
        foreach (int site in open.Except(placements.Select(p => p.Site)).ToArray())
        {
            if (!location.Forced[site] && open.Count > location.Problem.LeastSites && rules.CanClose(site, open.Contains))
            {
                open.Remove(site);
            }
        }
    }

    // After a search that was cut short, the plan may be better than the level says: what it left open in vain is closed, and later levels may serve more, and nearer.
    private void Restate(List<Placement> placements)
    {
        for (int k = 0; k < levels.Count; k++)
        {
            double value = location.Problem.Objectives[k] switch
            {
                LocationCriterion.Unserved => Math.Max(0, location.TotalUnitDays - placements.Sum(p => p.Quantity)),
                LocationCriterion.Farthest => placements.Select(p => day.DistanceOf(p.Customer, p.Site)).DefaultIfEmpty(0).Max(),
                LocationCriterion.SiteCount => open.Count,
                _ => CostOf(placements),
            };
            levels[k] = levels[k] with { Objective = value, Bound = Math.Min(levels[k].Bound, value) };
        }
    }

    private double CostOf(List<Placement> placements) =>
        open.Sum(site => location.Problem.Sites[site].OpeningCost + location.Problem.Sites[site].CostPerOpenDay)
        + placements.Sum(p => p.Quantity * location.Costs[(p.Customer * location.Sites) + p.Site]);

    private Termination Ending(bool isOptimal) =>
        isOptimal ? Termination.Optimal
        : clock.Token.IsCancellationRequested ? Termination.Stopped
        : clock.IsOver ? Termination.TimeLimit
        : options.WorkLimit is { } work && nodes >= work ? Termination.WorkLimit
        : Termination.Finished;
}
