using Google.OrTools.Sat;

namespace Readiness.Staffing;

/// <summary>A small roster problem as a constraint programme with every rule, minimised level by level, so that its optimum is proved.</summary>
internal sealed class ConstraintRoster
{
    private readonly RosterModel model;
    private readonly CpModel constraints = new();
    private readonly BoolVar?[] works;
    private readonly List<(IntVar Variable, long Weight)>[] terms;
    private readonly long[] constants;
    private readonly double[] steps;

    /// <summary>Writes the constraint programme.</summary>
    private ConstraintRoster(RosterModel model, double[] steps)
    {
        this.model = model;
        this.steps = steps;
        terms = [.. steps.Select(_ => new List<(IntVar, long)>())];
        constants = new long[steps.Length];
        works = new BoolVar?[model.PeopleCount * model.Cover.Length];
        for (int p = 0; p < model.PeopleCount; p++)
        {
            Span<BoolVar?> ofPerson = works.AsSpan(p * model.Cover.Length, model.Cover.Length);
            new ConstraintPerson(model, constraints, p, ofPerson, AddTerm).Write(ofPerson);
        }

        WriteCover();
        WriteLending();
        new ConstraintFairness(model, constraints, AddTerm).Write(works);
    }

    /// <summary>Entries of the best roster found, by person × days + day; null if there is none.</summary>
    public int[]? EntryOf { get; private set; }

    /// <summary>Whether there is no roster at all.</summary>
    public bool IsInfeasible { get; private set; }

    /// <summary>Writes the programme of a problem that is small enough and whose levels take values on a grid; null otherwise.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="mostPairs">Most pairs of a person and an entry.</param>
    public static ConstraintRoster? TryCreate(RosterModel model, int mostPairs)
    {
        if ((long)model.PeopleCount * model.Cover.Length > mostPairs)
        {
            return null;
        }

        double[] steps = [.. Enumerable.Range(0, model.LevelCount).Select(level => LevelGrid.Step(model, level))];
        bool fits = true;
        for (int level = 0; level < steps.Length; level++)
        {
            // A level that nothing counts at has no step, nor one whose weights are not whole numbers: only the former is harmless.
            bool counts = model.Cover.Any(c => c.Level == level) || model.WishWeights.Any(w => w.Level == level)
                || model.Problem.OvertimeLevel == level;
            fits &= steps[level] > 0 || !counts || IsIdle(model, level);
            steps[level] = steps[level] > 0 ? steps[level] : 1;
        }

        return fits ? new ConstraintRoster(model, steps) : null;
    }

    /// <summary>Minimises the levels in their order, reporting bounds to the run.</summary>
    /// <param name="run">The call.</param>
    /// <param name="start">Entries of a roster to start from; empty for none.</param>
    /// <param name="until">Time since the start of the run at which to end.</param>
    public void Solve(RosterRun run, ReadOnlySpan<int> start, TimeSpan until)
    {
        Hint(start);
        double[] values = new double[steps.Length];
        for (int level = 0; level < steps.Length || (level == 0 && EntryOf is null); level++)
        {
            TimeSpan left = until - run.Elapsed;
            if (run.MustStop || left <= TimeSpan.Zero)
            {
                return;
            }

            LinearExpr objective = steps.Length == 0 ? LinearExpr.Constant(0) : Value(level);
            constraints.Minimize(objective);
            using var solver = new CpSolver();
            solver.StringParameters = FormattableString.Invariant(
                $"num_workers:1 random_seed:{run.Options.Seed % 100_000} max_time_in_seconds:{left.TotalSeconds:0.###}")
                + (run.Options.WorkLimit is null ? "" : " max_deterministic_time:20");
            CpSolverStatus status;
            using (new Timer(_ => StopIfAsked(solver, run.CancellationToken), null, 20, 20))
            {
                status = solver.Solve(constraints);
            }

            if (status == CpSolverStatus.Infeasible)
            {
                IsInfeasible = level == 0;
                return;
            }

            if (status is CpSolverStatus.Optimal or CpSolverStatus.Feasible)
            {
                Read(solver);
                values[level] = solver.ObjectiveValue * steps[level];
            }

            if (status == CpSolverStatus.ModelInvalid)
            {
                throw new InvalidOperationException(constraints.Validate());
            }

            proved.Add((level, Math.Max(0, Math.Ceiling(solver.BestObjectiveBound - 1e-6) * steps[level]), values[..level]));
            if (status != CpSolverStatus.Optimal)
            {
                return;
            }

            constraints.Add(objective <= (long)Math.Round(solver.ObjectiveValue));
            Hint(EntryOf);
        }
    }

    private readonly List<(int Level, double Bound, double[] Assumed)> proved = [];

    /// <summary>Tells the run what has been proved; call it once the roster found has been noted.</summary>
    public void Publish(RosterRun run)
    {
        foreach ((int level, double bound, double[] assumed) in proved)
        {
            run.Raise(level, bound, assumed);
        }
    }

    private static void StopIfAsked(CpSolver solver, CancellationToken cancellationToken)
    {
        // Asked again and again, because a request that comes before the solve has begun is lost.
        if (cancellationToken.IsCancellationRequested)
        {
            solver.StopSearch();
        }
    }

    private static bool IsIdle(RosterModel model, int level) =>
        model.Cover.All(c => c.Level != level || (c.UnderWeight == 0 && (c.OverWeight == 0 || double.IsPositiveInfinity(c.OverWeight))))
        && model.WishWeights.All(w => w.Level != level)
        && (model.Problem.OvertimeLevel != level || model.Rules.All(r => !r.Overtime));

    private void AddTerm(int level, IntVar variable, double weight, double constant)
    {
        terms[level].Add((variable, (long)Math.Round(weight / steps[level])));
        constants[level] += (long)Math.Round(constant / steps[level]);
    }

    private LinearExpr Value(int level) =>
        LinearExpr.WeightedSum(terms[level].Select(t => t.Variable), terms[level].Select(t => t.Weight)) + constants[level];

    private LinearExpr Heads(int entry) =>
        LinearExpr.Sum(Enumerable.Range(0, model.PeopleCount).Select(p => works[(p * model.Cover.Length) + entry]).OfType<BoolVar>());

    private void WriteCover()
    {
        for (int e = 0; e < model.Cover.Length; e++)
        {
            CoverRequirement cover = model.Cover[e];
            if (double.IsPositiveInfinity(cover.OverWeight))
            {
                constraints.Add(Heads(e) <= cover.Heads);
            }
            else if (cover.OverWeight > 0)
            {
                IntVar surplus = constraints.NewIntVar(0, model.PeopleCount, "");
                constraints.Add(Heads(e) <= cover.Heads + surplus);
                AddTerm(cover.Level, surplus, cover.OverWeight, 0);
            }

            if (model.Slots.OfEntry[e] < 0 && cover.UnderWeight > 0)
            {
                IntVar missing = constraints.NewIntVar(0, cover.Heads, "");
                constraints.Add(Heads(e) + missing >= cover.Heads);
                AddTerm(cover.Level, missing, cover.UnderWeight, 0);
            }
        }

        foreach (int[] lines in model.Slots.Entries)
        {
            int wanted = model.Cover[lines[0]].Heads / model.Slots.HeadsPerTeam[lines[0]];
            IntVar missing = constraints.NewIntVar(0, wanted, "");
            foreach (int e in lines)
            {
                int perTeam = model.Slots.HeadsPerTeam[e];
                constraints.Add(Heads(e) + (missing * perTeam) >= model.Cover[e].Heads);
                AddTerm(model.Cover[e].Level, missing, model.Cover[e].UnderWeight * perTeam, 0);
            }
        }
    }

    private void WriteLending()
    {
        for (int lender = 0; lender < model.Problem.LendingLimits.Length; lender++)
        {
            for (int week = 0; week < model.Weeks; week++)
            {
                var lent = new List<BoolVar>();
                var minutes = new List<long>();
                for (int i = 0; i < works.Length; i++)
                {
                    int entry = i % model.Cover.Length;
                    int person = i / model.Cover.Length;
                    if (works[i] is { } variable && model.Lender[person] == lender && model.Cover[entry].Day / 7 == week && model.IsLent(person, entry))
                    {
                        lent.Add(variable);
                        minutes.Add(model.MinutesOf(entry));
                    }
                }

                if (lent.Count > 0)
                {
                    constraints.Add(LinearExpr.WeightedSum(lent, minutes) <= model.Problem.LendingLimits[lender].MaxMinutesPerWeek);
                }
            }
        }
    }

    private void Hint(ReadOnlySpan<int> entries)
    {
        if (entries.IsEmpty)
        {
            return;
        }

        constraints.ClearHints();
        for (int i = 0; i < works.Length; i++)
        {
            if (works[i] is { } variable)
            {
                int entry = i % model.Cover.Length;
                int person = i / model.Cover.Length;
                constraints.AddHint(variable, entries[(person * model.Days) + model.Cover[entry].Day] == entry ? 1 : 0);
            }
        }
    }

    private void Read(CpSolver solver)
    {
        EntryOf = new int[model.PeopleCount * model.Days];
        Array.Fill(EntryOf, -1);
        for (int i = 0; i < works.Length; i++)
        {
            if (works[i] is { } variable && solver.BooleanValue(variable))
            {
                int entry = i % model.Cover.Length;
                EntryOf[((i / model.Cover.Length) * model.Days) + model.Cover[entry].Day] = entry;
            }
        }
    }
}
