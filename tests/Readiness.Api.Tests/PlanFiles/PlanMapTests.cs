using System.Text.Json;
using Readiness.Api.PlanFiles;
using Readiness.Api.Scenarios;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Api.Tests.PlanFiles;

public sealed class PlanMapTests
{
    [Theory]
    [InlineData(179, -179)]
    [InlineData(-178, 178)]
    public void A_line_across_the_180th_meridian_is_cut_there(double from, double to)
    {
        District tiny = TinyDistrict.District;
        District district = tiny with
        {
            Facilities =
            [
                tiny.Facilities[0] with { Location = new GeoPoint(-17, from) }, tiny.Facilities[1] with { Location = new GeoPoint(-19, to) },
                .. tiny.Facilities.RemoveRange(0, 2),
            ],
        };
        PlannedShipment shipment = new(tiny.Items[0].Id, tiny.Facilities[0].Id, tiny.Facilities[1].Id, tiny.Horizon.Start, tiny.Horizon.Start, 1);
        JsonElement map = JsonElement.Parse(PlanMap.Write(new ScenarioPlan("b", "n", district, new PlanDecisions([], [], [shipment], [], []))));
        JsonElement geometry = map.GetProperty("features").EnumerateArray().Last().GetProperty("geometry");
        Assert.Equal("MultiLineString", geometry.GetProperty("type").GetString());
        double[][][] lines = geometry.GetProperty("coordinates").Deserialize<double[][][]>()!;
        double edge = from > 0 ? 180 : -180;
        Assert.Equal([[[from, -17], [edge, -18]], [[-edge, -18], [to, -19]]], lines);
    }
}
