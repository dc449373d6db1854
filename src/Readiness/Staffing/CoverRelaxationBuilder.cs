using MathNet.Numerics;
using Readiness.Solving;

namespace Readiness.Staffing;

/// <summary>Writes the rows and columns of a <see cref="CoverRelaxation"/>.</summary>
internal sealed class CoverRelaxationBuilder
{
    private readonly RosterModel model;
    private readonly int first;
    private readonly int last;
    private readonly List<int>[] entryColumns;
    private readonly Dictionary<(int Lender, int Week), List<(int Column, int Minutes)>> lent = [];

    /// <summary>Builds the model of the days from <paramref name="first"/> to <paramref name="last"/>.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="groups">Groups of people of equal rules and tasks.</param>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day.</param>
    /// <param name="mustStop">Asked now and then.</param>
    public CoverRelaxationBuilder(RosterModel model, IReadOnlyList<int[]> groups, int first, int last, Func<bool> mustStop)
    {
        this.model = model;
        this.first = first;
        this.last = last;
        Constants = new double[model.LevelCount];
        entryColumns = new List<int>[model.Cover.Length];
        for (int e = 0; e < entryColumns.Length; e++)
        {
            entryColumns[e] = [];
        }

        var counts = new Dictionary<string, ShiftCounts>();
        var totals = new ShiftTotals(model);
        foreach (int[] people in groups)
        {
            if (IsCut = mustStop())
            {
                return;
            }

            var group = new RelaxedGroup(model, this, people, first, last);
            int[] kinds = [.. group.Kinds];
            string key = $"{model.Problem.People[people[0]].Rules}: {string.Join(',', kinds)}";
            if (!counts.TryGetValue(key, out ShiftCounts? possible))
            {
                possible = new ShiftCounts(model.RulesOf(people[0]), kinds, Math.Min(7, last - first + 1));
                counts.Add(key, possible);
            }

            group.AddRows(possible, totals, mustStop);
        }

        AddCover();
        AddTeams();
        AddLending();
    }

    /// <summary>Whether it was stopped, and is of no use.</summary>
    public bool IsCut { get; }

    /// <summary>The rows; costs of columns are zero until priced.</summary>
    public RelaxationRows Rows { get; } = new();

    /// <summary>What a unit of a column adds to a level.</summary>
    public List<(int Column, int Level, double Weight)> Costs { get; } = [];

    /// <summary>What every roster pays on a level.</summary>
    public double[] Constants { get; }

    /// <summary>Notes a column of heads of a group on an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="column">The column.</param>
    /// <param name="lender">Lending limit that the work counts against; -1 for none.</param>
    public void AddWork(int entry, int column, int lender)
    {
        entryColumns[entry].Add(column);
        if (lender >= 0)
        {
            var key = (lender, model.Cover[entry].Day / 7);
            lent.TryAdd(key, []);
            lent[key].Add((column, model.MinutesOf(entry)));
        }
    }

    private void AddLending()
    {
        foreach (((int lender, _), List<(int Column, int Minutes)> work) in lent)
        {
            foreach ((int column, int minutes) in work)
            {
                Rows.Term(column, minutes);
            }

            // Whole shifts only: what is left over after the last of them lends nobody.
            long unit = Euclid.GreatestCommonDivisor([.. work.Select(w => (long)w.Minutes)]);
            Rows.EndRow(double.NegativeInfinity, model.Problem.LendingLimits[lender].MaxMinutesPerWeek / unit * unit);
        }
    }

    private void AddCover()
    {
        for (int e = 0; e < model.Cover.Length; e++)
        {
            CoverRequirement cover = model.Cover[e];
            if (cover.Day < first || cover.Day > last)
            {
                continue;
            }

            bool inTeam = model.Slots.OfEntry[e] >= 0;
            foreach (int column in entryColumns[e])
            {
                Rows.Term(column, 1);
            }

            if (!inTeam)
            {
                int missing = Rows.Column(0, cover.Heads);
                Costs.Add((missing, cover.Level, cover.UnderWeight));
                Rows.Term(missing, 1);
            }

            if (double.IsFinite(cover.OverWeight))
            {
                int surplus = Rows.Column(0, double.PositiveInfinity);
                Costs.Add((surplus, cover.Level, cover.OverWeight));
                Rows.Term(surplus, -1);
            }

            Rows.EndRow(inTeam ? double.NegativeInfinity : cover.Heads, cover.Heads);
        }
    }

    private void AddTeams()
    {
        foreach (int[] lines in model.Slots.Entries)
        {
            CoverRequirement one = model.Cover[lines[0]];
            if (one.Day < first || one.Day > last)
            {
                continue;
            }

            int missing = Rows.Column(0, one.Heads / model.Slots.HeadsPerTeam[lines[0]]);
            foreach (int e in lines)
            {
                int perTeam = model.Slots.HeadsPerTeam[e];
                Costs.Add((missing, model.Cover[e].Level, model.Cover[e].UnderWeight * perTeam));
                foreach (int column in entryColumns[e])
                {
                    Rows.Term(column, 1);
                }

                Rows.Term(missing, perTeam);
                Rows.EndRow(model.Cover[e].Heads, double.PositiveInfinity);
            }
        }
    }
}
