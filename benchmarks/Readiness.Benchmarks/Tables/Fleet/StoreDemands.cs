namespace Readiness.Benchmarks.Tables.Fleet;

/// <summary>What each operation of a job takes of the database's time, in seconds: the time of many at once, divided by their number.</summary>
/// <param name="Enqueue">Puts a scenario into the queue.</param>
/// <param name="Claim">Claims one.</param>
/// <param name="Poll">Looks whether a client wants the end.</param>
/// <param name="Renew">Renews a lease.</param>
/// <param name="Report">Stores a report of progress.</param>
/// <param name="Store">Stores the plan and the end.</param>
internal sealed record StoreDemands(double Enqueue, double Claim, double Poll, double Renew, double Report, double Store)
{
    /// <summary>Polls of a running solve in a second.</summary>
    public const double PollsPerSecond = 4;

    /// <summary>Renewals of a lease of ten seconds in a second.</summary>
    public const double RenewalsPerSecond = 0.3;

    /// <summary>Reports of progress in a second: one at each change of phase or round, and one every two seconds.</summary>
    public const double ReportsPerSecond = 1;

    /// <summary>What the database does for a job at its beginning and its end.</summary>
    public double PerJob => Claim + Store;

    /// <summary>Share of its time that the database needs for a solve while it runs.</summary>
    public double WhileRunning => (PollsPerSecond * Poll) + (RenewalsPerSecond * Renew) + (ReportsPerSecond * Report);

    /// <summary>Number of workers at which a share of the database's time is used.</summary>
    /// <param name="share">The share.</param>
    /// <param name="solveSeconds">Length of a solve.</param>
    public double WorkersAt(double share, double solveSeconds) => share / ((PerJob / solveSeconds) + WhileRunning);
}
