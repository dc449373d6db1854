using System.Collections.Immutable;
using System.Diagnostics;
using Readiness.Benchmarks.Peers;

namespace Readiness.Benchmarks.Tables;

/// <summary>Solves the instances of a set one after the other and keeps the table up to date.</summary>
/// <param name="set">The set.</param>
/// <param name="request">What the user wants.</param>
/// <param name="output">Receives the table as it grows.</param>
/// <param name="error">Receives faults.</param>
internal sealed class TableRunner(IInstanceSet set, TableRequest request, TextWriter output, TextWriter error)
{
    private readonly IReadOnlyList<IPeer> peers = ParsePeers(set, request);
    private int code = TableCommand.Done;
    private bool isWarm;

    /// <summary>Runs.</summary>
    /// <param name="preface">What the Markdown says above the table.</param>
    /// <param name="cancellationToken">Ends the run; the instance in work leaves no row.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="TableRequestException">The request cannot be met.</exception>
    public int Run(string preface, CancellationToken cancellationToken)
    {
        ImmutableArray<InstanceEntry> entries = Select();
        string solutions = Path.Combine(request.Folder, set.Name);
        Directory.CreateDirectory(solutions);
        TableLayout layout = TableRow.Layout(peers.Select(static p => p.Name), set.PublishedColumns);
        ResultTable table = ResultTable.Open(Path.Combine(request.Folder, set.Name + ".csv"), preface, layout, request.Resume);
        var lines = new ConsoleTable(output, layout);
        foreach (ImmutableArray<string> row in table.Rows)
        {
            lines.Write(row);
            Note(row[TableRow.AuditColumn] == TableCell.Failed);
        }

        foreach (InstanceEntry entry in entries.Where(e => !table.Contains(e.Name)))
        {
            if (Read(entry) is not { } instance)
            {
                continue;
            }

            string path = Path.Combine(solutions, entry.Name + ".solution.csv");
            File.Delete(path);
            if (entry.Export is { } export)
            {
                ResultTable.Replace(Path.Combine(solutions, entry.Name + ".txt"), export);
            }

            if (Solve(entry, instance, path, cancellationToken) is not { } row)
            {
                error.WriteLine($"Stopped in {entry.Name}; --resume goes on from there.");
                return TableCommand.Stopped;
            }

            table.Add(row);
            lines.Write(row);
        }

        return code;
    }

    private static IReadOnlyList<IPeer> ParsePeers(IInstanceSet set, TableRequest request)
    {
        try
        {
            return PeerList.Parse(request.Peers, set.HasIntegerModels);
        }
        catch (ArgumentException exception)
        {
            throw new TableRequestException(exception.Message);
        }
    }

    private ImmutableArray<InstanceEntry> Select()
    {
        ImmutableArray<InstanceEntry> given = request.File is { } file ? set.FromFile(file.FullName) : set.Shipped();
        ImmutableArray<InstanceEntry> generated = set.Generated(request.Seed);
        ImmutableArray<InstanceEntry> all = [.. given, .. generated];
        string[] unknown = [.. request.Instances.Union(request.PeerInstances).Except(all.Select(static e => e.Name))];
        if (unknown.Length > 0)
        {
            throw new TableRequestException($"Unknown instance {string.Join(", ", unknown)}. Known are {string.Join(", ", all.Select(static e => e.Name))}.");
        }

        // Whoever has instances generated wants those, and of the shipped ones only what is named.
        bool isNamed = !request.Instances.IsEmpty || (!generated.IsEmpty && request.File is null);
        return [.. isNamed ? given.Where(e => request.Instances.Contains(e.Name)) : given, .. generated];
    }

    private IInstanceCase? Read(InstanceEntry entry)
    {
        try
        {
            return entry.Read();
        }
        catch (InstanceFormatException exception)
        {
            error.WriteLine($"{entry.Name} cannot be read:");
            foreach (InstanceError fault in exception.Errors)
            {
                error.WriteLine($"  {fault}");
            }

            code = Math.Max(code, TableCommand.WrongInput);
            return null;
        }
    }

    // Null if the run was stopped meanwhile: figures of a shortened solve do not belong beside the others.
    private ImmutableArray<string>? Solve(InstanceEntry entry, IInstanceCase instance, string solutionPath, CancellationToken cancellationToken)
    {
        var options = new SolveOptions { TimeLimit = request.Limit ?? entry.Limit, Seed = request.Seed, Threads = request.Threads };
        WarmUp(instance, options, cancellationToken);
        OwnAnswer own = instance.Solve(options, cancellationToken);
        var answers = ImmutableArray.CreateBuilder<PeerAnswer>();
        var limits = new PeerLimits(options.TimeLimit, options.Threads, options.Seed);
        foreach (IPeer peer in peers)
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                bool asked = request.PeerInstances.IsEmpty || request.PeerInstances.Contains(entry.Name);
                answers.Add(asked ? Ask(peer, instance, limits, cancellationToken) : PeerAnswer.NotAsked);
            }
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        if (own.Objective is not null)
        {
            ResultTable.WriteCsv(solutionPath, set.SolutionColumns, own.Solution);
        }

        ImmutableArray<PeerAnswer> others = answers.ToImmutable();
        return TableRow.Cells(entry, own, others, Judge(entry, own, others));
    }

    private void WarmUp(IInstanceCase instance, SolveOptions options, CancellationToken cancellationToken)
    {
        for (long started = Stopwatch.GetTimestamp(); !isWarm && Stopwatch.GetElapsedTime(started) < set.WarmUp;)
        {
            instance.Solve(options with { TimeLimit = set.WarmUp }, cancellationToken);
        }

        isWarm = true;
    }

    private static PeerAnswer Ask(IPeer peer, IInstanceCase instance, PeerLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            return instance.SolveWith(peer, limits, cancellationToken);
        }
        catch (ArgumentException exception)
        {
            return new PeerAnswer(null, null, null, [exception.Message]);
        }
    }

    private bool? Judge(InstanceEntry entry, OwnAnswer own, ImmutableArray<PeerAnswer> others)
    {
        List<string> faults = [.. own.Faults];
        if (TableRow.IsAbove(own.Bound, own.Objective))
        {
            faults.Add(FormattableString.Invariant($"The bound {own.Bound} is above the objective {own.Objective}."));
        }

        if (TableRow.IsAbove(own.Bound, entry.BestKnown) && entry.IsShipped)
        {
            faults.Add(FormattableString.Invariant($"The bound {own.Bound} is above the best known objective {entry.BestKnown}."));
        }

        for (int i = 0; i < others.Length; i++)
        {
            if (TableRow.IsAbove(own.Bound, others[i].Objective))
            {
                faults.Add(FormattableString.Invariant($"The bound {own.Bound} is above the objective {others[i].Objective} of {peers[i].Name}."));
            }

            if (own.Termination == Termination.Infeasible && others[i].Objective is not null)
            {
                faults.Add(FormattableString.Invariant($"It is called infeasible, but {peers[i].Name} has a solution of {others[i].Objective}."));
            }

            Report($"{entry.Name}, {peers[i].Name}", others[i].Faults);
            if (TableRow.IsAbove(others[i].Bound, own.Objective) && faults.Count == 0)
            {
                error.WriteLine(FormattableString.Invariant($"{entry.Name}: {peers[i].Name} claims the bound {others[i].Bound}, but {own.Objective} is reached."));
            }
        }

        Report(entry.Name, faults);
        return own.Objective is null && own.Bound is null && faults.Count == 0 ? null : faults.Count == 0;
    }

    private void Report(string subject, IReadOnlyCollection<string> faults)
    {
        foreach (string fault in faults)
        {
            error.WriteLine($"{subject}: {fault}");
        }

        Note(faults.Count > 0);
    }

    private void Note(bool failed) => code = failed ? TableCommand.AuditFailed : code;
}
