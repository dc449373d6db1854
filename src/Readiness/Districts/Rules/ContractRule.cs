using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>The weekly maximum of a contract allows its normal hours and each shift type that it lists.</summary>
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
        }
    }
}
