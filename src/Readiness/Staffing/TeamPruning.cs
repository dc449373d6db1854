namespace Readiness.Staffing;

/// <summary>
/// Takes people out of joint teams that stayed incomplete, where they fill nothing, and gives them other work if there is any.
/// </summary>
internal sealed class TeamPruning(RosterModel model, RosterState state, SchedulePricing pricing)
{
    /// <summary>Prunes the roster in the state; no level gets worse but for wishes to work an idle shift, which are kept.</summary>
    /// <param name="cancellationToken">Ends the giving of other work; freed people then stay free.</param>
    public void Run(CancellationToken cancellationToken)
    {
        var freed = new SortedSet<int>();
        for (int slot = 0; slot < model.Slots.Entries.Length; slot++)
        {
            PruneSlot(slot, freed);
        }

        // A team that could not be completed is closed, else the freed people would come back to it.
        for (int e = 0; e < model.Cover.Length; e++)
        {
            if (model.Slots.OfEntry[e] >= 0 && state.Marginal[e] < 0)
            {
                state.Marginal[e] = double.PositiveInfinity;
            }
        }

        foreach (int person in freed)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            Reuse(person);
        }

        // Someone may have left a complete team for more important work.
        for (int slot = 0; slot < model.Slots.Entries.Length; slot++)
        {
            PruneSlot(slot, freed);
        }
    }

    private void PruneSlot(int slot, SortedSet<int> freed)
    {
        int[] lines = model.Slots.Entries[slot];
        int complete = lines.Min(e => state.CountOf(e) / model.Slots.HeadsPerTeam[e]);
        foreach (int e in lines)
        {
            int idle = state.CountOf(e) - (complete * model.Slots.HeadsPerTeam[e]);
            foreach (int person in model.PeopleByTask[model.Cover[e].Task])
            {
                if (idle > 0 && state.EntryOf[(person * model.Days) + model.Cover[e].Day] == e && TryFree(person, model.Cover[e].Day))
                {
                    idle--;
                    freed.Add(person);
                }
            }
        }
    }

    private bool TryFree(int person, int day)
    {
        if (!model.RulesOf(person).AllowsLess || model.Pinned[(person * model.Days) + day] >= 0)
        {
            return false;
        }

        double[] before = [.. state.Score];
        double[] guide = [.. state.Guide];
        int entry = state.EntryOf[(person * model.Days) + day];
        state.Attach(person, -1);
        state.Free(person, day);
        state.Attach(person, 1);
        if (Lexicographic.Compare(state.Score, before) <= 0)
        {
            return true;
        }

        state.Attach(person, -1);
        state.Assign(person, entry);
        state.Attach(person, 1);
        before.CopyTo(state.Score, 0);
        guide.CopyTo(state.Guide, 0);
        return false;
    }

    private void Reuse(int person)
    {
        double[] before = [.. state.Score];
        double[] guide = [.. state.Guide];
        int[] schedule = state.EntryOf.AsSpan(person * model.Days, model.Days).ToArray();
        state.Attach(person, -1);
        Clear(person);
        bool placed = pricing.Insert(state, person, 0, model.Days - 1, 0, 0);
        state.Attach(person, 1);
        if (placed && Lexicographic.Compare(state.Score, before) <= 0)
        {
            return;
        }

        state.Attach(person, -1);
        Clear(person);
        foreach (int entry in schedule)
        {
            if (entry >= 0)
            {
                state.Assign(person, entry);
            }
        }

        state.Attach(person, 1);
        before.CopyTo(state.Score, 0);
        guide.CopyTo(state.Guide, 0);
    }

    private void Clear(int person)
    {
        for (int day = 0; day < model.Days; day++)
        {
            state.Free(person, day);
        }
    }
}
