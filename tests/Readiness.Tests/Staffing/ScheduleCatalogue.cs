using System.Collections.Immutable;
using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

/// <summary>Every legal schedule of a tiny problem, as columns.</summary>
internal sealed class ScheduleCatalogue
{
    private readonly List<ScheduleColumn>[] of;

    /// <summary>Lists them.</summary>
    public ScheduleCatalogue(RosterModel model, ColumnPricing pricing)
    {
        of = new List<ScheduleColumn>[model.PeopleCount];
        for (int person = 0; person < of.Length; person++)
        {
            of[person] = [];
            foreach (ImmutableArray<RosterAssignment> schedule in RosterEnumeration.Legal(model.Problem, person))
            {
                int[] entryOf = new int[model.Days];
                Array.Fill(entryOf, BranchingDecisions.Off);
                foreach (RosterAssignment work in schedule)
                {
                    entryOf[work.Day] = Array.FindIndex(model.Cover, c => c.Day == work.Day && c.Shift == work.Shift && c.Task == work.Task);
                }

                of[person].Add(pricing.ColumnOf(person, entryOf));
            }
        }
    }

    /// <summary>All of them.</summary>
    public List<ScheduleColumn> All => [.. of.SelectMany(columns => columns)];

    /// <summary>Those of a person.</summary>
    public IReadOnlyList<ScheduleColumn> Of(int person) => of[person];
}
