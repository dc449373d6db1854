using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>Times of day as HH:mm. A time with seconds, which no document can hold, is written in full, and then refused on reading.</summary>
internal sealed class TimeOfDayConverter : JsonConverter<TimeOnly>
{
    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeOnly.TryParseExact(reader.GetString(), JsonScalarCheck.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
            ? time
            : throw new JsonException("A time of day has the form HH:mm.");

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(value.Ticks % TimeSpan.TicksPerMinute == 0 ? JsonScalarCheck.TimeFormat : "O", CultureInfo.InvariantCulture));
}
