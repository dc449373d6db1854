namespace Readiness.Benchmarks.Tables.Fleet;

/// <summary>
/// A discrete-event simulation of workers that share one database. A worker claims a scenario, solves it, stores the result and claims the next. Claims and stores queue
/// for the database, which does one after the other; what it does for running solves meanwhile (polls, renewals, reports) leaves it the less time for them. Where that is more than
/// the database can do, running solves wait, too, with one poll and one report each, and all take turns.
/// </summary>
/// <param name="demands">What operations take of the database's time.</param>
/// <param name="workers">Number of workers.</param>
/// <param name="solveSeconds">Mean length of a solve; single ones are between half and one and a half of it.</param>
/// <param name="seed">Seed of the lengths.</param>
/// <param name="varies">Whether lengths differ at all.</param>
internal sealed class FleetSimulation(StoreDemands demands, int workers, double solveSeconds, int seed, bool varies = true)
{
    private readonly PriorityQueue<Step, (double Time, long Order)> agenda = new();
    private readonly Random random = new(seed);

    /// <summary>When the operations that have not ended yet will have.</summary>
    private readonly Queue<double> ends = new();
    private long order;

    private double now;
    private int running;
    private double background;
    private double free;
    private double work;
    private double waited;
    private enum Step
    {
        Claim,
        Solve,
        Store,
    }

    /// <summary>Solves scenarios, once.</summary>
    /// <param name="scenarios">How many.</param>
    public FleetResult Run(long scenarios)
    {
        long left = scenarios;
        long stored = 0;
        double solved = 0;
        for (int worker = 0; worker < Math.Min(workers, scenarios); worker++)
        {
            Plan(Step.Claim, 0);
        }

        // Operations are done in the order in which they come, so that one pass over the agenda is the whole simulation.
        while (agenda.TryDequeue(out Step step, out (double Time, long Order) at))
        {
            Advance(at.Time);
            if (step == Step.Claim && left > 0)
            {
                left--;
                Plan(Step.Solve, Operate(demands.Claim));
            }
            else if (step == Step.Solve)
            {
                running++;
                double length = solveSeconds * (varies ? 0.5 + random.NextDouble() : 1);
                solved += length;
                Plan(Step.Store, now + length);
            }
            else if (step == Step.Store)
            {
                running--;
                stored++;
                Plan(Step.Claim, Operate(demands.Store));
            }
        }

        return new FleetResult(free, Math.Min(1, (work + background) / free), solved / (free * workers), waited / (2 * stored));
    }

    /// <summary>Lets time pass.</summary>
    private void Advance(double time)
    {
        background += (time - now) * Math.Min(1, Load);
        now = time;
        while (ends.TryPeek(out double end) && end <= now)
        {
            ends.Dequeue();
        }
    }

    /// <summary>Share of the database's time that running solves want.</summary>
    private double Load => running * demands.WhileRunning;

    /// <summary>Puts an operation into the database's queue; returns when it is done.</summary>
    private double Operate(double demand)
    {
        double begun = Math.Max(now, free);
        waited += begun - now;
        work += demand;
        double behind = Load < 1 ? demand * Load / (1 - Load) : double.PositiveInfinity;
        double turns = running * (demands.Poll + demands.Report) / (ends.Count + 1);
        free = begun + demand + Math.Min(behind, turns);
        ends.Enqueue(free);
        return free;
    }

    private void Plan(Step step, double time) => agenda.Enqueue(step, (time, order++));
}
