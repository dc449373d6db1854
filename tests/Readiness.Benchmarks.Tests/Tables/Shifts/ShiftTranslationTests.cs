using System.Collections.Immutable;
using CsCheck;
using Readiness.Benchmarks.Tables.Shifts;
using Readiness.Staffing;

namespace Readiness.Benchmarks.Tests.Tables.Shifts;

public sealed class ShiftTranslationTests
{
    [Fact]
    public void The_auditor_of_the_library_and_the_evaluator_of_the_format_agree_on_every_roster() =>
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                ShiftInstance instance = RandomShifts.Instance(new Random(seed));
                RosterProblem problem = ShiftTranslation.Problem(instance);
                foreach (ImmutableArray<ShiftAssignment> lines in RandomShifts.Rosters(instance).Where((_, code) => code % 7 == seed % 7))
                {
                    ShiftVerdict verdict = ShiftEvaluator.Evaluate(instance, lines);
                    var roster = new Roster(
                        [.. lines.Select(line => Assignment(instance, line))],
                        new PlanProof(Termination.Finished, [new LevelProof("cost", verdict.Objective, 0)]));

                    Assert.Equal(verdict.Faults.IsEmpty, new RosterAuditor().Audit(problem, roster).IsEmpty);
                    Assert.Equal(lines, ShiftTranslation.Lines(instance, roster.Assignments));
                }
            },
            iter: 30);

    [Fact]
    public void People_who_differ_in_their_wishes_only_share_their_rules()
    {
        ShiftWorker worker = new("A", [3], 960, 0, 5, 1, 1, 1, []);
        var instance = new ShiftInstance(
            7, [new("E", 480, [])], [worker, worker with { Id = "B", DaysOff = [2] }, worker with { Id = "C", MostShifts = [2] }], [new(0, 0, 0, 1, true)], []);

        RosterProblem problem = ShiftTranslation.Problem(instance);

        Assert.Equal([0, 0, 1], problem.People.Select(person => person.Rules));
        Assert.Equal(7, problem.Cover.Length);
    }

    private static RosterAssignment Assignment(ShiftInstance instance, ShiftAssignment line) => new(
        instance.Staff.Select(worker => worker.Id).ToList().IndexOf(line.Staff), line.Day, instance.Types.Select(type => type.Id).ToList().IndexOf(line.Shift), 0);
}
