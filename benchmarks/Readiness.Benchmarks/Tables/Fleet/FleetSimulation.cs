namespace Readiness.Benchmarks.Tables.Fleet;

/// <summary>
/// A discrete-event simulation of workers that share one database. A worker claims a scenario, solves it, stores the result and claims the next. Claims and stores queue
/// for the database, which does one after the other; what it does for running solves meanwhile (polls, renewals, reports) leaves it the less time for them.
/// </summary>
/// <param name="demands">What operations take of the database's time.</param>
/// <param name="workers">Number of workers.</param>
/// <param name="solveSeconds">Mean length of a solve; single ones are between half and one and a half of it.</param>
/// <param name="seed">Seed of the lengths.</param>
/// <param name="varies">Whether lengths differ at all.</param>
internal sealed class FleetSimulation(StoreDemands demands, int workers, double solveSeconds, int seed, bool varies = true)
{
    /// <summary>What is left of the database for claims and stores at least, however many solves run.</summary>
    private const double LeastShare = 0.001;

    private readonly PriorityQueue<Step, (double Time, long Order)> agenda = new();
    private readonly Random random = new(seed);
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

        return new FleetResult(free, (work + background) / free, solved / (free * workers), waited / (2 * stored));
    }

    /// <summary>Lets time pass.</summary>
    private void Advance(double time)
    {
        background += (time - now) * (1 - ShareLeft);
        now = time;
    }

    /// <summary>What running solves leave of the database.</summary>
    private double ShareLeft => Math.Max(LeastShare, 1 - (running * demands.WhileRunning));

    /// <summary>Puts an operation into the database's queue; returns when it is done.</summary>
    private double Operate(double demand)
    {
        double begun = Math.Max(now, free);
        waited += begun - now;
        work += demand;
        return free = begun + (demand / ShareLeft);
    }

    private void Plan(Step step, double time) => agenda.Enqueue(step, (time, order++));
}
