namespace Readiness.Assessment;

/// <summary>How many entries show which light.</summary>
/// <param name="Red">Red ones.</param>
/// <param name="Amber">Amber ones.</param>
/// <param name="Green">Green ones.</param>
public sealed record LightCount(int Red, int Amber, int Green)
{
    /// <summary>Counts lights.</summary>
    internal static LightCount Of(IEnumerable<TrafficLight> lights)
    {
        var counts = new int[3];
        foreach (TrafficLight light in lights)
        {
            counts[(int)light]++;
        }

        return new LightCount(counts[(int)TrafficLight.Red], counts[(int)TrafficLight.Amber], counts[(int)TrafficLight.Green]);
    }
}
