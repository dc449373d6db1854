using System.Collections.Immutable;
using Readiness.Districts;
using Readiness.Scenarios;
using Readiness.Tests.Districts;

namespace Readiness.Tests.Scenarios;

public sealed class StaffChangeTests
{
    private static readonly DateOnly Start = SmallDistrict.Start;

    /// <summary>Horizon days 0 to 6. Two at the clinic, one of them also an officer, one at the station.</summary>
    private static readonly District Small = SmallDistrict.Make() with
    {
        Staff =
        [
            new StaffMember("n1", "clinic", ["nurse"], "full"),
            new StaffMember("n2", "clinic", ["nurse", "officer"], "full"),
            new StaffMember("o1", "station", ["officer"], "full"),
        ],
        Absences = [Leave("n1", -2, 8), Leave("n2", 1, 3), Leave("n2", 5, 5), Leave("o1", 2, 9), Away("n1", 0, 6, AbsenceKind.Sick)],
    };

    [Fact]
    public void All_leave_is_cancelled_and_no_other_absence() =>
        Assert.Equal([Away("n1", 0, 6, AbsenceKind.Sick)], Apply(new CancelLeave()).Absences);

    [Fact]
    public void Leave_is_split_exactly_at_the_given_dates() =>
        Assert.Equal(
            [Leave("n1", -2, 1), Leave("n1", 5, 8), Leave("n2", 1, 1), Leave("n2", 5, 5), Leave("o1", 5, 9), Away("n1", 0, 6, AbsenceKind.Sick)],
            Apply(new CancelLeave(Day(2), Day(4))).Absences);

    [Fact]
    public void What_is_left_outside_the_horizon_is_dropped()
    {
        Assert.Equal(
            [Leave("n2", 5, 5), Leave("o1", 4, 9)],
            Apply(new CancelLeave(Day(0), Day(3))).Absences.Where(absence => absence is { Kind: AbsenceKind.Leave, Staff: not "n1" }));
        Assert.Equal([Leave("n1", 4, 8)], Apply(new CancelLeave(Day(0), Day(3), "clinic")).Absences.Where(IsLeaveOf("n1")));
        Assert.Equal([Leave("n1", -2, 2)], Apply(new CancelLeave(Day(3), Day(6))).Absences.Where(IsLeaveOf("n1")));
        Assert.Empty(Apply(new CancelLeave(Day(0), Day(6))).Absences.Where(IsLeaveOf("n1")));
    }

    [Fact]
    public void An_open_end_reaches_as_far_as_the_leave()
    {
        Assert.Equal([Leave("n1", -2, 3)], Apply(new CancelLeave(From: Day(4))).Absences.Where(IsLeaveOf("n1")));
        Assert.Equal([Leave("n1", 5, 8)], Apply(new CancelLeave(To: Day(4))).Absences.Where(IsLeaveOf("n1")));
    }

    [Theory]
    [InlineData("clinic", null, "o1")]
    [InlineData("station", null, "n1 n2 n2")]
    [InlineData(null, "nurse", "o1")]
    [InlineData(null, "officer", "n1")]
    [InlineData("clinic", "officer", "n1 o1")]
    public void Leave_is_cancelled_for_the_home_facility_and_the_skill(string? facility, string? skill, string stillAway) =>
        Assert.Equal(stillAway, string.Join(' ', Apply(new CancelLeave(Facility: facility, Skill: skill)).Absences
            .Where(absence => absence.Kind == AbsenceKind.Leave).Select(absence => absence.Staff)));

    [Fact]
    public void Shortened_leave_ends_on_the_last_day()
    {
        Assert.Equal(
            [Leave("n1", -2, 3), Leave("n2", 1, 3), Leave("o1", 2, 3), Away("n1", 0, 6, AbsenceKind.Sick)],
            Apply(new ShortenLeave(Day(3))).Absences);
        Assert.Equal(
            [Leave("n1", -2, 1), Leave("n2", 1, 1), Leave("o1", 2, 9), Away("n1", 0, 6, AbsenceKind.Sick)],
            Apply(new ShortenLeave(Day(1), "clinic", "nurse")).Absences);
        Assert.Equal([Leave("n1", -2, 6)], Apply(new ShortenLeave(Day(6))).Absences.Where(IsLeaveOf("n1")));
    }

    [Fact]
    public void Added_people_are_numbered_past_the_ids_that_are_taken()
    {
        District first = Apply(new AddStaff(2, "station", ["nurse"], "full", "n", Lendable: false));
        Assert.Equal(["n-1", "n-2"], first.Staff[3..].Select(person => person.Id));
        Assert.All(first.Staff[3..], person => Assert.Equal(("station", "nurse", "full", false), (person.Home, Assert.Single(person.Skills), person.Contract, person.Lendable)));

        District taken = Small with { Staff = [.. Small.Staff, Small.Staff[0] with { Id = "added-2" }] };
        District second = ScenarioRunner.Apply(taken, new Scenario("x", [new AddStaff(2, "clinic", ["nurse"], "full"), new AddStaff(1, "clinic", ["nurse"], "full")]));
        Assert.Equal(["added-1", "added-3", "added-4"], second.Staff[4..].Select(person => person.Id));
        Assert.Equal(taken.Absences, second.Absences);
    }

    [Fact]
    public void Added_people_who_come_later_are_elsewhere_until_then()
    {
        Assert.Equal(
            [Away("added-1", 0, 2, AbsenceKind.Seconded), Away("added-2", 0, 2, AbsenceKind.Seconded)],
            Apply(new AddStaff(2, "clinic", ["nurse"], "full", From: Day(3))).Absences[5..]);
        Assert.Equal(Small.Absences, Apply(new AddStaff(2, "clinic", ["nurse"], "full", From: Day(0))).Absences);
    }

    [Fact]
    public void A_long_prefix_leaves_no_room_for_the_number()
    {
        Assert.Empty(ScenarioDocument.Validate(new Scenario("x", [new AddStaff(1_000, "clinic", ["nurse"], "full", new string('a', 90))]), Small));
        Assert.Equal(
            "/changes/0/prefix",
            Assert.Single(ScenarioDocument.Validate(new Scenario("x", [new AddStaff(1, "clinic", ["nurse"], "full", new string('a', 91))]), Small)).Pointer);
    }

    [Fact]
    public void Sick_people_are_away_for_the_given_days()
    {
        Assert.Equal([Away("o1", 0, 6, AbsenceKind.Sick)], Added(new SickLeave(0.3, Facility: "station")));
        Assert.Equal([Away("n2", 2, 3, AbsenceKind.Sick)], Added(new SickLeave(1, Day(2), Day(3), "clinic", "officer")));
        Assert.Equal([Away("n2", 0, 4, AbsenceKind.Sick), Away("o1", 0, 4, AbsenceKind.Sick)], Added(new SickLeave(1, To: Day(4), Skill: "officer")));
    }

    [Theory]
    [InlineData(0.1, 20)]
    [InlineData(0.101, 21)]
    [InlineData(1e-30, 1)]
    [InlineData(1, 200)]
    public void The_number_of_the_sick_is_the_share_rounded_up(double share, int expected) => Assert.Equal(expected, Sick(share, 1).Count);

    [Fact]
    public void The_sick_are_drawn_by_the_seed_and_stay_sick_at_a_greater_share()
    {
        Assert.Equal(Sick(0.2, 1), Sick(0.2, 1));
        Assert.NotEqual(Sick(0.2, 1), Sick(0.2, 2));
        Assert.Superset(Sick(0.2, 1), Sick(0.35, 1));

        // Not the first, nor the last: about a tenth of each half.
        SortedSet<string> tenth = Sick(0.1, 1);
        Assert.InRange(tenth.Count(id => string.CompareOrdinal(id, "p100") < 0), 4, 16);
    }

    private static SortedSet<string> Sick(double share, int seed)
    {
        District many = Small with
        {
            Staff = [.. Enumerable.Range(0, 200).Select(number => new StaffMember($"p{number:000}", "clinic", ["nurse"], "full"))],
            Absences = [],
        };
        District after = ScenarioRunner.Apply(many, new Scenario("x", [new SickLeave(share, Seed: seed)]));
        return new SortedSet<string>(after.Absences.Select(absence => absence.Staff), StringComparer.Ordinal);
    }

    private static DateOnly Day(int day) => Start.AddDays(day);

    private static Absence Leave(string staff, int from, int to) => Away(staff, from, to, AbsenceKind.Leave);

    private static Absence Away(string staff, int from, int to, AbsenceKind kind) => new(staff, Day(from), Day(to), kind);

    private static Func<Absence, bool> IsLeaveOf(string staff) => absence => absence.Staff == staff && absence.Kind == AbsenceKind.Leave;

    private static District Apply(ScenarioChange change) => ScenarioRunner.Apply(Small, new Scenario("x", [change]));

    private static ImmutableArray<Absence> Added(ScenarioChange change) => Apply(change).Absences[Small.Absences.Length..];
}
