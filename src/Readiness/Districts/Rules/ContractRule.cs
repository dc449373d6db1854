using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>
/// The weekly maximum of a contract allows its normal hours and each shift type that it lists, a limit on shifts is for one that it allows,
/// and a closed loop and its isolation come together.
/// </summary>
internal sealed class ContractRule : DistrictRule
{
    public override void Check(JsonView district, ErrorList errors)
    {
        Dictionary<string, long> lengths = [];
        foreach (JsonView shift in district[nameof(District.ShiftTypes)].Entries)
        {
            if (shift[nameof(ShiftType.Id)].Text is { } id && shift[nameof(ShiftType.LengthMinutes)].Integer is { } length)
            {
                lengths[id] = length;
            }
        }

        foreach (JsonView contract in district[nameof(District.Contracts)].Entries)
        {
            JsonView most = contract[nameof(Contract.MaxMinutesPerWeek)];
            JsonView normal = contract[nameof(Contract.NormalMinutesPerWeek)];
            if (most.Integer < normal.Integer)
            {
                JsonView given = most.IsGiven ? most : normal;
                errors.Add(given.Path, given.Value, $"contradicts the other weekly limit: at most {most.Integer} minutes a week, yet {normal.Integer} are normal");
            }

            foreach (JsonView shift in contract[nameof(Contract.ShiftTypes)].Entries)
            {
                if (shift.Text is { } id && lengths.TryGetValue(id, out long length) && length > most.Integer)
                {
                    errors.Add(shift.Path, shift.Value, $"lasts {length} minutes, more than the {most.Integer} that the contract allows in a week");
                }
            }

            CheckShiftLimits(contract, lengths, errors);
            CheckClosedLoop(contract, errors);
        }
    }

    private static void CheckShiftLimits(JsonView contract, Dictionary<string, long> known, ErrorList errors)
    {
        string?[] allowed = [.. contract[nameof(Contract.ShiftTypes)].Entries.Select(shift => shift.Text)];
        if (allowed.Length == 0 || !allowed.All(id => id is not null && known.ContainsKey(id)))
        {
            return;
        }

        foreach (JsonView limit in contract[nameof(Contract.MaxShifts)].Entries)
        {
            JsonView shift = limit[nameof(ShiftLimit.Shift)];
            if (shift.Text is { } id && known.ContainsKey(id) && !allowed.Contains(id))
            {
                errors.Add(shift.Path, shift.Value, "is not among the shift types of the contract, so that there is nothing to limit");
            }
        }
    }

    private static void CheckClosedLoop(JsonView contract, ErrorList errors)
    {
        JsonView loop = contract[nameof(Contract.ClosedLoopDays)];
        JsonView isolation = contract[nameof(Contract.IsolationDays)];
        if (loop.IsGiven && !isolation.IsGiven)
        {
            errors.Add(loop.Path, loop.Value, "needs isolationDays, which part one stay in the closed loop from the next");
        }
        else if (isolation.IsGiven && !loop.IsGiven)
        {
            errors.Add(isolation.Path, isolation.Value, "needs closedLoopDays, the stays that isolation parts");
        }
    }
}
