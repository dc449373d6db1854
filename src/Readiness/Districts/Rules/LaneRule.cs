using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>A lane joins two different places.</summary>
internal sealed class LaneRule : DistrictRule
{
    public override void Check(JsonView district, ErrorList errors)
    {
        foreach (JsonView lane in district[nameof(District.Lanes)].Entries)
        {
            JsonView to = lane[nameof(Lane.To)];
            if (to.Text is { } end && end == lane[nameof(Lane.From)].Text)
            {
                errors.Add(to.Path, to.Value, "is where the lane starts; a lane joins two different places");
            }
        }
    }
}
