using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;

namespace Readiness.Tests.Planning;

public class ReadinessPlannerTests
{
    private static readonly PlannerOptions Quick = new() { TimeLimit = TimeSpan.FromSeconds(20), WorkLimit = 2, Threads = 1 };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 5)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_plan_passes_its_audit_and_no_bound_exceeds_its_objective(int seed)
    {
        ReadinessPlan plan = Plan(Tiny(seed));

        Assert.True(plan.Audit.Passed, string.Join('\n', plan.Audit.Violations));
        Assert.Equal(ObjectiveLevels.Names(plan.District), plan.Proof.Levels.Select(level => level.Level));
        Assert.All(plan.Proof.Levels, level => Assert.InRange(level.Bound, 0, level.Objective));
        Assert.Equal(
            plan.Audit.Levels.Select(level => level.Value), plan.Proof.Levels.Select(level => level.Objective));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_plan_is_no_worse_than_doing_nothing(int seed)
    {
        District district = Tiny(seed);
        ReadinessPlan plan = Plan(district);

        ReadinessPlan nothing = new ReadinessPlanner().Plan(district, Quick, progress: null, new CancellationToken(canceled: true));

        Assert.True(LevelComparer.Instance.Compare(plan.Audit.Levels, nothing.Audit.Levels) <= 0);
    }

    [Fact]
    public void A_cancelled_solve_returns_an_audited_plan_and_says_so()
    {
        ReadinessPlan plan = new ReadinessPlanner().Plan(Tiny(3), Quick, progress: null, new CancellationToken(canceled: true));

        Assert.True(plan.Audit.Passed);
        Assert.Equal(Termination.Stopped, plan.Proof.Termination);
    }

    [Fact]
    public void Cancelling_on_the_way_keeps_the_best_plan()
    {
        using var cancellation = new CancellationTokenSource();
        var reports = new Reports(report =>
        {
            if (report.Round == 2)
            {
                cancellation.Cancel();
            }
        });

        ReadinessPlan plan = new ReadinessPlanner().Plan(Tiny(4), Quick, reports, cancellation.Token);

        Assert.True(plan.Audit.Passed);
        Assert.NotEmpty(plan.Decisions.Assignments);
        Assert.NotEqual(Termination.TimeLimit, plan.Proof.Termination);
    }

    [Fact]
    public void Before_any_site_is_chosen_urgent_duties_have_what_they_could_have_without_sites()
    {
        using var cancellation = new CancellationTokenSource();
        var reports = new Reports(report =>
        {
            if (report.Phase == "sites")
            {
                cancellation.Cancel();
            }
        });

        ReadinessPlan plan = new ReadinessPlanner().Plan(TwoHotels.WithoutSurgeon(), Quick, reports, cancellation.Token);

        // In order, two of five nurses a day are promised to a hotel that cannot open.
        Assert.Equal(Termination.Stopped, plan.Proof.Termination);
        Assert.Equal(0, plan.Audit.Levels.Single(level => level.Level == ObjectiveLevels.Cover(2)).Value);
        Assert.Empty(plan.Decisions.Sites);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Equal_seed_threads_and_work_limit_give_the_equal_plan(int seed)
    {
        PlanDecisions first = Plan(Tiny(seed)).Decisions;
        PlanDecisions second = Plan(Tiny(seed)).Decisions;

        Assert.Equal(first.Assignments, second.Assignments);
        Assert.Equal(first.Shipments, second.Shipments);
        Assert.Equal(first.Issues, second.Issues);
        Assert.Equal(first.Unmet, second.Unmet);
        Assert.Equal(first.Sites.Select(site => (site.Site, site.OpenFrom, site.OpenTo)), second.Sites.Select(site => (site.Site, site.OpenFrom, site.OpenTo)));
    }

    [Fact]
    public void Progress_names_every_phase_and_never_gets_worse()
    {
        var seen = new List<PlanProgress>();

        _ = new ReadinessPlanner().Plan(Tiny(7), Quick, new Reports(seen.Add), TestContext.Current.CancellationToken);

        Assert.Superset(new HashSet<string> { "sites", "roster", "supplies", "audit", "proof" }, seen.Select(report => report.Phase).ToHashSet());
        ImmutableArray<LevelValue>[] best = [.. seen.Where(report => !report.BestLevels.IsEmpty).Select(report => report.BestLevels)];
        Assert.All(best.Zip(best.Skip(1)), pair => Assert.True(LevelComparer.Instance.Compare(pair.Second, pair.First) <= 0));
    }

    [Fact]
    public void A_site_that_must_open_opens_even_unstaffed()
    {
        District district = Tiny(8);
        district = district with
        {
            CandidateSites = [.. district.CandidateSites.Select(site => site with { Status = SiteStatus.MustOpen })],
            Staff = [],
            Absences = [],
        };

        ReadinessPlan plan = Plan(district);

        Assert.Equal(district.CandidateSites.Length, plan.Decisions.Sites.Length);
        Assert.Empty(plan.Decisions.Assignments);
        Assert.All(
            plan.Decisions.Unmet.Where(unmet => unmet.Kind == UnmetKind.Cover), unmet => Assert.Equal(UnmetCause.Staff, unmet.Cause));
    }

    [Fact]
    public void An_invalid_district_is_refused_with_every_fault()
    {
        District district = Tiny(9);
        district = district with
        {
            Staff = [.. district.Staff.Select(person => person with { Home = "nowhere" })],
            Policy = district.Policy with { LendingShare = 3 },
        };

        DistrictFormatException refusal = Assert.Throws<DistrictFormatException>(() => Plan(district));

        Assert.Equal(district.Staff.Length + 1, refusal.Errors.Length);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_relaxation_is_a_bound_for_plans_that_others_made(int seed)
    {
        District district = Tiny(seed);
        DemandForecast forecast = DemandForecaster.Forecast(district);
        ReadinessPlan plan = Plan(district);
        PlanAudit audit = PlanAuditor.Audit(district, forecast, plan.Decisions);

        ImmutableArray<LevelProof> proof = new CouplingRelaxation(new PlanningContext(district, forecast))
            .Prove(audit.Levels, TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.All(proof, level => Assert.True(level.Bound <= level.Objective, $"{level.Level}: {level.Bound} > {level.Objective}"));
    }

    [Fact]
    public void A_forecast_that_is_there_already_is_planned_for_like_the_districts_own()
    {
        District district = Tiny(3);
        var before = new ReportedCount(district.Horizon.Start.AddDays(-1), 30);
        district = district with
        {
            Epidemic = district.Epidemic with
            {
                Forecast = new ForecastSettings
                {
                    Series = [new CaseSeries { Id = "city", NewCases = [before] }],
                    PriorEpidemics = 1_000,
                    Trajectories = 20,
                    PlanFor = new PlanTarget(PlanTargetKind.Trajectories, Count: 4),
                },
            },
        };
        ReadinessPlan own = Plan(district);

        ReadinessPlan given = new ReadinessPlanner().PlanFor(
            district, DemandForecaster.Forecast(district, null, TestContext.Current.CancellationToken), Quick, progress: null, TestContext.Current.CancellationToken);

        Assert.True(own.Audit.Passed, string.Join('\n', own.Audit.Violations));
        Assert.Equal(20, own.Forecast.Trajectories.Length);
        Assert.Equal(own.Audit.Levels, given.Audit.Levels);
        Assert.True(PlanAuditor.Audit(district, own.Forecast, given.Decisions).Passed);
        Assert.NotEqual(Plan(Tiny(3)).Forecast.Planned.Zones[0].NewCases, own.Forecast.Planned.Zones[0].NewCases);
    }

    private static ReadinessPlan Plan(District district) =>
        new ReadinessPlanner().Plan(district, Quick, progress: null, TestContext.Current.CancellationToken);

    private static District Tiny(int seed) => DistrictGenerator.Generate(GeneratorOptions.Tiny with { Seed = seed });

    private sealed class Reports(Action<PlanProgress> receive) : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value) => receive(value);
    }
}
