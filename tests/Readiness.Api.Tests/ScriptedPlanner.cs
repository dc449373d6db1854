using System.Collections.Concurrent;
using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;

namespace Readiness.Api.Tests;

/// <summary>Stands in for the planner where a test must decide when a solve ends. It always has a plan: the empty one.</summary>
internal sealed class ScriptedPlanner : IDisposable
{
    private readonly List<ManualResetEventSlim> gates = [];
    private int released;
    private readonly ConcurrentQueue<(string District, PlannerOptions Options)> calls = new();
    private int running;
    private int mostRunning;

    /// <summary>Whether solves wait for <see cref="Release"/> (or for their cancellation).</summary>
    public bool Waits { get; init; }

    /// <summary>What a solve throws, if anything.</summary>
    public Exception? Fault { get; init; }

    /// <summary>Every solve that was begun.</summary>
    public IReadOnlyCollection<(string District, PlannerOptions Options)> Calls => calls;

    /// <summary>Most solves that ever ran at the same time.</summary>
    public int MostRunning => mostRunning;

    /// <summary>Whether a solve ran on a thread of the pool.</summary>
    public bool UsedPool { get; private set; }

    /// <summary>Lets the next solves, in the order of their begin (past or to come), go on to their end.</summary>
    public void Release(int solves = 1)
    {
        for (int i = 0; i < solves; i++)
        {
            Gate(released++).Set();
        }
    }

    public ReadinessPlan Plan(
        District district, PlannerOptions options, IProgress<PlanProgress> progress, CancellationToken cancellationToken)
    {
        ManualResetEventSlim gate;
        lock (gates)
        {
            gate = Gate(calls.Count);
            calls.Enqueue((district.Id, options));
        }

        UsedPool |= Thread.CurrentThread.IsThreadPoolThread;
        int now = Interlocked.Increment(ref running);
        InterlockedMax(ref mostRunning, now);
        try
        {
            progress.Report(new PlanProgress("sites", 1, TimeSpan.FromSeconds(0.5), [new LevelValue("cover.class1", 7)]));
            if (Fault is not null)
            {
                throw Fault;
            }

            bool stopped = Waits && WaitHandle.WaitAny([gate.WaitHandle, cancellationToken.WaitHandle]) == 1;
            return EmptyPlan(district, stopped ? Termination.Stopped : Termination.TimeLimit);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    public void Dispose() => gates.ForEach(g => g.Dispose());

    private ManualResetEventSlim Gate(int call)
    {
        lock (gates)
        {
            while (gates.Count <= call)
            {
                gates.Add(new ManualResetEventSlim());
            }

            return gates[call];
        }
    }

    private static ReadinessPlan EmptyPlan(District district, Termination termination)
    {
        PlanDecisions decisions = new([], [], [], [], []);
        PlanAudit audit = new(
            [],
            ImmutableSortedDictionary<string, Indicator>.Empty.Add("cover.class1", new Indicator(0.5, "share", IndicatorDirection.Higher)),
            [new LevelValue("cover.class1", 7)]);
        PlanProof proof = new(
            termination, [new LevelProof("cover.class1", 7, 3), new LevelProof("guests.class2", 2, double.NegativeInfinity)]);
        return new ReadinessPlan(district, DemandForecaster.Forecast(district), decisions, audit, proof);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (seen < value)
        {
            seen = Interlocked.CompareExchange(ref target, value, seen) is var now && now == seen ? value : now;
        }
    }
}
