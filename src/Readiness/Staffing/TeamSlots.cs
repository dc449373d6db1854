namespace Readiness.Staffing;

/// <summary>The joint teams of a problem, one <em>slot</em> for each team, day and shift on which it is wanted.</summary>
internal sealed class TeamSlots
{
    /// <summary>Collects the slots.</summary>
    public TeamSlots(RosterProblem problem, CoverRequirement[] cover)
    {
        OfEntry = new int[cover.Length];
        HeadsPerTeam = new int[cover.Length];
        Array.Fill(OfEntry, -1);
        var byTask = new Dictionary<int, (int Team, int Heads)>();
        for (int team = 0; team < problem.Teams.Length; team++)
        {
            foreach (JointTeamLine line in problem.Teams[team].Lines)
            {
                byTask.Add(line.Task, (team, line.HeadsPerTeam));
            }
        }

        var slots = new Dictionary<(int Team, int Day, int Shift), int>();
        var entries = new List<List<int>>();
        for (int e = 0; e < cover.Length && byTask.Count > 0; e++)
        {
            if (byTask.TryGetValue(cover[e].Task, out (int Team, int Heads) line))
            {
                var key = (line.Team, cover[e].Day, cover[e].Shift);
                if (!slots.TryGetValue(key, out int slot))
                {
                    slot = entries.Count;
                    slots.Add(key, slot);
                    entries.Add([]);
                }

                entries[slot].Add(e);
                OfEntry[e] = slot;
                HeadsPerTeam[e] = line.Heads;
            }
        }

        Entries = [.. entries.Select(l => l.ToArray())];
    }

    /// <summary>Slot of an entry; -1 if it belongs to no team.</summary>
    public int[] OfEntry { get; }

    /// <summary>Heads of the entry's line in one team; 0 if it belongs to no team.</summary>
    public int[] HeadsPerTeam { get; }

    /// <summary>Entries of each slot, one per line.</summary>
    public int[][] Entries { get; }
}
