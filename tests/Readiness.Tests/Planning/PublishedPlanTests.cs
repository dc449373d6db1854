using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;

namespace Readiness.Tests.Planning;

public sealed class PublishedPlanTests
{
    private static readonly PlannerOptions Quick = new() { TimeLimit = TimeSpan.FromSeconds(60), WorkLimit = 2, Threads = 1 };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 4)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_plan_for_a_district_that_has_not_changed_stays_the_same_to_the_last_decision(int seed)
    {
        ReadinessPlan before = Plan(Small(seed));

        ReadinessPlan after = Plan(before.District, new PublishedPlan(before.Decisions, new PlanWindow(before.District.Horizon.Start, before.District.Horizon.End)));

        Assert.True(after.Audit.Passed);
        Assert.Equal(0, Changes(after));
        Assert.Empty(after.Audit.Forced);
        Assert.Equal(before.Decisions.Assignments.ToHashSet(), after.Decisions.Assignments.ToHashSet());
        Assert.Equal(before.Decisions.Shipments.ToHashSet(), after.Decisions.Shipments.ToHashSet());
        Assert.Equal(before.Decisions.Sites.Select(Days), after.Decisions.Sites.Select(Days));
        Assert.Equal(ObjectiveLevels.Names(before.District, onPublished: true), after.Proof.Levels.Select(level => level.Level));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_plan_on_top_of_another_is_no_worse_than_carrying_that_on_and_takes_fewer_changes_than_a_plan_anew(int seed)
    {
        ReadinessPlan before = Plan(Small(seed));
        District morning = WithTwoIll(before);
        var published = new PublishedPlan(before.Decisions, FirstDays(morning, 3));

        ReadinessPlan anew = Plan(morning);
        ReadinessPlan after = Plan(morning, published);

        Assert.True(after.Audit.Passed);
        PinnedDecisions pins = PinnedDecisions.Of(morning, after.Forecast, published);
        ReadinessPlan carriedOn = new ReadinessPlanner().Plan(morning, Quick with { Published = published }, null, new CancellationToken(canceled: true));
        Assert.True(LevelComparer.Instance.Compare(after.Audit.Levels, carriedOn.Audit.Levels) <= 0);
        double changesAnew = PlanAuditor.Audit(morning, anew.Forecast, anew.Decisions, published).Levels.Single(level => level.Level == ObjectiveLevels.Changes).Value;
        Assert.True(Changes(after) <= changesAnew, $"{Changes(after)} changes on top, {changesAnew} anew");
        Assert.True(Changes(after) >= pins.LeastChanges);
        Assert.Equal(pins.LeastChanges, after.Proof.Levels.Single(level => level.Level == ObjectiveLevels.Changes).Bound);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Who_is_ill_cannot_work_as_published_and_everybody_else_does(int seed)
    {
        ReadinessPlan before = Plan(Small(seed));
        District morning = WithTwoIll(before);
        PlanWindow window = FirstDays(morning, 3);
        HashSet<string> ill = [.. morning.Absences.Where(absence => absence.Kind == AbsenceKind.Sick && absence.From == morning.Horizon.Start).Select(absence => absence.Staff)];

        ReadinessPlan after = Plan(morning, new PublishedPlan(before.Decisions, window));

        Assignment[] lost = [.. before.Decisions.Assignments.Where(work => ill.Contains(work.Staff) && window.Contains(work.Day))];
        Assert.NotEmpty(lost);
        ForcedChange[] absent = [.. after.Audit.Forced.Where(change => change.Rule == AuditRules.Absent && change.InWindow)];
        Assert.Equal(lost.Select(Subject).Order(), absent.Select(change => change.Subject).Order());
        HashSet<string> forced = [.. after.Audit.Forced.Where(change => change.Kind == DecisionKind.Assignment && change.InWindow).Select(change => $"{change.Day} {change.Subject}")];
        HashSet<Assignment> works = [.. after.Decisions.Assignments];
        Assert.All(
            before.Decisions.Assignments.Where(work => window.Contains(work.Day) && !forced.Contains($"{work.Day} {Subject(work)}")), work => Assert.Contains(work, works));
        Assert.All(Pinned(before, after, window), sent => Assert.Contains(sent, after.Decisions.Shipments));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Where_stock_is_lost_only_what_it_was_for_changes_within_the_window(int seed)
    {
        ReadinessPlan before = Plan(Small(seed));
        PlannedShipment first = before.Decisions.Shipments.MinBy(sent => sent.Day)!;
        District morning = before.District with
        {
            StockLots = [.. before.District.StockLots.Where(lot => lot.Item != first.Item || lot.Place != first.From)],
            Shipments = [.. before.District.Shipments.Where(delivery => delivery.Item != first.Item)],
        };
        PlanWindow window = FirstDays(morning, 4);

        ReadinessPlan after = Plan(morning, new PublishedPlan(before.Decisions, window));

        Assert.True(after.Audit.Passed);
        Assert.Contains(after.Audit.Forced, change => change is { Kind: DecisionKind.Shipment, Rule: AuditRules.DispatchBeyondStock } && change.Subject == $"{first.Item}/{first.From}/{first.To}");
        // Where heads lack one item of their kit, others are left over, for which there may be no room.
        string[] rules = [AuditRules.DispatchBeyondStock, AuditRules.KitMissing, AuditRules.IncompleteTeam, AuditRules.StorageExceeded];
        Assert.All(after.Audit.Forced.Where(change => change.InWindow), change => Assert.Contains(change.Rule, rules));
        Assert.All(Pinned(before, after, window), sent => Assert.Contains(sent, after.Decisions.Shipments));
    }

    [Fact]
    public void A_site_that_is_lost_closes_for_that_reason_and_its_guests_go_elsewhere_or_stay_at_home()
    {
        District district = TwoHotels.Make(nearRooms: 100, farRooms: 100) with { Duties = [] };
        ReadinessPlan before = Plan(district);
        SiteOpening opening = Assert.Single(before.Decisions.Sites);
        District morning = district with
        {
            CandidateSites = [.. district.CandidateSites.Select(site => site.Id == opening.Site ? site with { Status = SiteStatus.Closed } : site)],
        };

        ReadinessPlan after = Plan(morning, new PublishedPlan(before.Decisions, FirstDays(morning, 3)));

        Assert.True(after.Audit.Passed);
        Assert.Contains(after.Audit.Forced, change => change == new ForcedChange(
            DecisionKind.Site, opening.Site, opening.OpenFrom, true, AuditRules.ClosedSiteOpen, change.Reason));
        Assert.DoesNotContain(after.Decisions.Sites, site => site.Site == opening.Site);
        Assert.NotEmpty(after.Decisions.Sites);
    }

    [Fact]
    public void A_window_that_ends_before_it_begins_is_refused()
    {
        ReadinessPlan before = Plan(TwoHotels.Make(10, 10));
        var published = new PublishedPlan(before.Decisions, new PlanWindow(TwoHotels.Date(2), TwoHotels.Date(1)));

        Assert.Throws<ArgumentException>(() => Plan(before.District, published));
        Assert.Throws<ArgumentException>(() => PlanAuditor.Audit(before.District, before.Forecast, before.Decisions, published));
    }

    /// <summary>Shipments of the window that nothing forces to change.</summary>
    private static IEnumerable<PlannedShipment> Pinned(ReadinessPlan before, ReadinessPlan after, PlanWindow window)
    {
        HashSet<(string, DateOnly)> forced = [.. after.Audit.Forced.Where(change => change.Kind == DecisionKind.Shipment).Select(change => (change.Subject, change.Day))];
        return before.Decisions.Shipments.Where(sent => window.Contains(sent.Day) && !forced.Contains(($"{sent.Item}/{sent.From}/{sent.To}", sent.Day)));
    }

    private static ReadinessPlan Plan(District district, PublishedPlan? published = null) =>
        new ReadinessPlanner().Plan(district, Quick with { Published = published }, null, TestContext.Current.CancellationToken);

    private static double Changes(ReadinessPlan plan) => plan.Audit.Levels.Single(level => level.Level == ObjectiveLevels.Changes).Value;

    private static (string, DateOnly, DateOnly) Days(SiteOpening opening) => (opening.Site, opening.OpenFrom, opening.OpenTo);

    private static string Subject(Assignment work) => $"{work.Staff}/{work.Duty}/{work.Line}/{work.Shift}";

    private static PlanWindow FirstDays(District district, int days) => new(district.Horizon.Start, district.Horizon.DateOf(days - 1));

    private static District Small(int seed) => DistrictGenerator.Generate(GeneratorOptions.Tiny with
    {
        Seed = seed,
        StockRules = seed % 2 == 0,
        WorkingRules = seed % 2 == 0 ? WorkingRules.All : WorkingRules.Basic,
    });

    /// <summary>The two who work first are ill for five days.</summary>
    private static District WithTwoIll(ReadinessPlan before)
    {
        IEnumerable<string> ill = before.Decisions.Assignments.OrderBy(work => work.Day).Select(work => work.Staff).Distinct().Take(2);
        DateOnly start = before.District.Horizon.Start;
        return before.District with
        {
            Absences = before.District.Absences.AddRange(ill.Select(person => new Absence(person, start, start.AddDays(4), AbsenceKind.Sick))),
        };
    }
}
