namespace Readiness.Supplies;

/// <summary>Checks that the pinned transfers of an <see cref="AllocationProblem"/> are well formed.</summary>
internal static class PinRules
{
    /// <summary>Lists everything that is wrong with them.</summary>
    public static void Check(AllocationProblem problem, List<string> errors)
    {
        var seen = new HashSet<(int, int, int)>();
        for (int i = 0; i < problem.Pins.Length; i++)
        {
            Transfer pin = problem.Pins[i];
            if ((uint)pin.Lane >= (uint)problem.Lanes.Length || (uint)pin.Item >= (uint)problem.Items.Length)
            {
                errors.Add($"Pins[{i}] names a lane {pin.Lane} or an item {pin.Item} that does not exist.");
                continue;
            }

            if (pin.Day < 0 || (long)pin.Day + problem.Lanes[pin.Lane].LeadTimeDays >= problem.Days)
            {
                errors.Add($"Pins[{i}].Day is {pin.Day}; it must arrive on one of the {problem.Days} days.");
            }

            if (pin.Quantity < 1 || pin.Quantity % Math.Max(1, problem.Items[pin.Item].PackSize) != 0)
            {
                errors.Add($"Pins[{i}].Quantity is {pin.Quantity}; it must be a number of whole packs.");
            }

            if (!seen.Add((pin.Lane, pin.Item, pin.Day)))
            {
                errors.Add($"Pins[{i}] is of lane {pin.Lane}, item {pin.Item} and day {pin.Day} again; there may be one.");
            }
        }
    }
}
