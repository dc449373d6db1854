using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>A point on the earth in WGS-84 degrees.</summary>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
public sealed record GeoPoint([Limits(-90, 90)] double Latitude, [Limits(-180, 180)] double Longitude)
{
    private const double MeanEarthRadiusKm = 6371.0088;

    /// <summary>Great-circle distance in kilometres (haversine formula, mean earth radius 6371.0088 km, IUGG).</summary>
    /// <param name="other">The other end.</param>
    public double DistanceKm(GeoPoint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        double latitude = double.DegreesToRadians(other.Latitude - Latitude);
        double longitude = double.DegreesToRadians(other.Longitude - Longitude);
        double a = Math.Pow(Math.Sin(latitude / 2), 2)
            + Math.Cos(double.DegreesToRadians(Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude))
            * Math.Pow(Math.Sin(longitude / 2), 2);
        return 2 * MeanEarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}
