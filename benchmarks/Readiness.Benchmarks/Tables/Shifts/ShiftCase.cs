using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Readiness.Benchmarks.Peers;
using Readiness.Staffing;

namespace Readiness.Benchmarks.Tables.Shifts;

/// <summary>A shift scheduling instance, to be solved and confirmed.</summary>
/// <param name="instance">The records of its file.</param>
internal sealed class ShiftCase(ShiftInstance instance) : IInstanceCase
{
    /// <inheritdoc/>
    public OwnAnswer Solve(SolveOptions options, CancellationToken cancellationToken)
    {
        RosterProblem problem = ShiftTranslation.Problem(instance);
        var rosterOptions = new RosterOptions { TimeLimit = options.TimeLimit, Seed = options.Seed, Threads = options.Threads };
        long started = Stopwatch.GetTimestamp();
        Roster roster = new RosterPlanner().Plan(problem, rosterOptions, cancellationToken: cancellationToken);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return Judge(problem, roster, seconds);
    }

    /// <inheritdoc/>
    public PeerAnswer SolveWith(IPeer peer, PeerLimits limits, CancellationToken cancellationToken)
    {
        PeerResult result = peer.Solve(ShiftFormulation.Of(instance), limits, cancellationToken);
        if (result.Objective is null)
        {
            return new PeerAnswer(null, result.Bound, result.Seconds, []);
        }

        ShiftVerdict verdict = ShiftEvaluator.Evaluate(instance, ShiftFormulation.Lines(instance, result.Values));
        return new PeerAnswer(verdict.Faults.IsEmpty ? verdict.Objective : null, result.Bound, result.Seconds, verdict.Faults);
    }

    /// <summary>An answer with what the library's auditor and the evaluator of the format say about it.</summary>
    internal OwnAnswer Judge(RosterProblem problem, Roster roster, double seconds)
    {
        List<string> faults = [.. new RosterAuditor().Audit(problem, roster).Select(static v => $"{v.Rule} {v.Subject}: {v.Message}")];
        if (roster.Proof.Levels.IsEmpty)
        {
            return new OwnAnswer(null, null, seconds, roster.Proof.Termination, [.. faults], []);
        }

        ImmutableArray<ShiftAssignment> lines = ShiftTranslation.Lines(instance, roster.Assignments);
        ShiftVerdict verdict = ShiftEvaluator.Evaluate(instance, lines);
        LevelProof proof = roster.Proof.Levels[0];
        faults.AddRange(verdict.Faults);
        if (Math.Abs(proof.Objective - verdict.Objective) > 1e-6)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"The planner's objective is {proof.Objective}, the evaluator's {verdict.Objective}."));
        }

        ImmutableArray<ImmutableArray<string>> solution =
            [.. lines.Select(static l => (ImmutableArray<string>)[l.Staff, l.Day.ToString(CultureInfo.InvariantCulture), l.Shift])];
        return new OwnAnswer(proof.Objective, proof.Bound, seconds, roster.Proof.Termination, [.. faults], solution);
    }
}
