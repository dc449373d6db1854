using System.Diagnostics;
using System.Globalization;
using Google.OrTools.Sat;
using Readiness.Solving;

namespace Readiness.Benchmarks.Peers;

/// <summary>CP-SAT through its own interface. It computes in whole numbers, so a model is either scaled to them exactly or refused.</summary>
internal sealed class CpSatPeer : IPeer
{
    /// <inheritdoc/>
    public string Name => "cpsat";

    /// <summary>More workers than two can corrupt the memory of the process in this version (issue 5048 of google/or-tools).</summary>
    public int MostThreads => 2;

    /// <inheritdoc/>
    public bool NeedsIntegers => true;

    /// <inheritdoc/>
    public PeerResult Solve(LinearModelBuilder model, PeerLimits limits, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        CpModelProto programme = WholeNumberModel.Of(model);
        TimeSpan rest = limits.Time - Stopwatch.GetElapsedTime(started);
        if (rest <= TimeSpan.Zero || cancellationToken.IsCancellationRequested)
        {
            SolveStatus early = cancellationToken.IsCancellationRequested ? SolveStatus.Cancelled : SolveStatus.TimeLimit;
            return PeerResult.Of(early, hasPoint: false, double.NaN, double.NegativeInfinity, Stopwatch.GetElapsedTime(started), []);
        }

        using var solver = new SolveWrapper();
        solver.SetStringParameters(string.Create(
            CultureInfo.InvariantCulture,
            $"max_time_in_seconds:{rest.TotalSeconds} num_workers:{Math.Min(limits.Threads, MostThreads)} random_seed:{limits.Seed} relative_gap_limit:{PeerLimits.RelativeGap}"));
        CpSolverResponse response;
        using (new RepeatedStop(solver.StopSearch, rest, cancellationToken))
        {
            response = solver.Solve(programme);
        }

        if (response.Status == CpSolverStatus.ModelInvalid)
        {
            throw new ArgumentException($"CP-SAT does not accept the model: {response.SolutionInfo}");
        }

        bool hasPoint = response.Status is CpSolverStatus.Optimal or CpSolverStatus.Feasible;
        double[] values = [.. response.Solution.Select(value => (double)value)];
        return PeerResult.Of(
            StatusOf(response.Status, cancellationToken.IsCancellationRequested),
            hasPoint,
            response.ObjectiveValue,
            response.Status == CpSolverStatus.Infeasible ? double.PositiveInfinity : response.BestObjectiveBound,
            Stopwatch.GetElapsedTime(started),
            values);
    }

    private static SolveStatus StatusOf(CpSolverStatus status, bool cancelled) => status switch
    {
        CpSolverStatus.Optimal => SolveStatus.Optimal,
        CpSolverStatus.Infeasible => SolveStatus.Infeasible,
        _ => cancelled ? SolveStatus.Cancelled : SolveStatus.TimeLimit,
    };
}
