using System.Collections.Immutable;
using System.Globalization;

namespace Readiness.Tests.Fuzzing;

/// <summary>JSON texts at which readers stumble.</summary>
internal static class HostileValues
{
    public static ImmutableArray<string> Values { get; } =
    [
        "null", "true", "false", "{}", "[]", "[[]]", "[null]", "[{}]", "{\"id\":\"x\"}", "{\"\":0}",
        "0", "-0", "-0.0", "1", "-1", "2", "7", "100", "1000", "0.5", "1.0", "1e0", "1E+2", "1e400", "-1e400", "1e-400", "1.7976931348623157e308", "5e-324",
        "0.30000000000000004", "2147483647", "2147483648", "-2147483649", "9007199254740993", "9223372036854775807", "9223372036854775808",
        "-9223372036854775808", "-9223372036854775809", "18446744073709551616", new string('9', 400), "1e99999999999", "0." + new string('0', 400) + "1",
        "NaN", "Infinity", "+1", "01", ".5", "1.", "0x10", "1_000", "undefined", "'x'", "", "\"NaN\"", "\"Infinity\"", "\"-0\"", "\"1\"", "\"true\"", "\"null\"",
        "\"\"", "\" \"", "\"\\t\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"", "\"x\\ud83d\"",
        "\"\\uFEFF\"", "\"\u202Edcba\"", "\"\u0645\u0631\u062D\u0628\u0627\"", "\"\U0001F637\"", "\"\U0001F468\u200D\u2695\uFE0F\"", "\"e\u0301\"", "\"\uFFFF\"",
        "\"\u0085\"", "\"a\\u0020b\"", "\"a/b~c\"", "\"\\/\\\\\\\"\"", "\"__proto__\"", "\"$ref\"", "\"line\\nbreak\"", "\"\u0001\"",
        $"\"{new string('x', 101)}\"", $"\"{new string('x', 201)}\"", $"\"{new string('\u4E2D', 5_000)}\"", $"\"{string.Concat(Enumerable.Repeat("\U0001F637", 150))}\"",
        "\"2020-02-29\"", "\"2021-02-29\"", "\"2020-02-30\"", "\"0001-01-01\"", "\"0000-01-01\"", "\"9999-12-31\"", "\"10000-01-01\"", "\"2020-01-24\"", "\"2020-01-26\"",
        "\"1900-01-01\"", "\"2200-12-31\"", "\"2020-1-4\"", "\"2020-01-24T00:00:00Z\"", "\"\u0662\u0660\u0662\u0660-01-24\"", "\"00:00\"", "\"23:59\"", "\"24:00\"",
        "\"8:00\"", "\"08:00:00\"", "\"Monday\"", "\"monday\"", "\"0\"", "\"monday, friday\"",
        Nested(20), Nested(33), Nested(70), Nested(2_000),
    ];

    /// <summary>Names of members, with quotes.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "\"\"", "\" \"", "\"id\"", "\"Id\"", "\"type\"", "\"$type\"", "\"$ref\"", "\"$id\"", "\"a/b\"", "\"~\"", "\"~1\"", "\"m~n/o\"", "\"0\"", "\"-\"", "\"__proto__\"",
        "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\u0069d\"", "\"\u540D\"", "\"\u202Edi\"", "\"\U0001F637\"", "\"\\ud83d\\ude37\"", "id", "'id'",
        $"\"{new string('n', 201)}\"", $"\"{new string('/', 300)}\"", $"\"{string.Concat(Enumerable.Repeat("\U0001F637", 150))}\"", $"\"{new string('n', 50_000)}\"",
    ];

    /// <summary>A number near or far from the given one.</summary>
    public static string Disturbed(string number, Random random)
    {
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
        {
            return number;
        }

        return random.Next(12) switch
        {
            0 => Text(value + 1),
            1 => Text(value - 1),
            2 => Text(-value),
            3 => Text(value * 10),
            4 => Text(value * 1_000),
            5 => Text(value / 2),
            6 => Text(value * random.NextDouble()),
            7 => Text(value * 2),
            8 => number + "e9",
            9 => number + "000000000000000000",
            10 => Text(Math.Floor(value * random.NextDouble() * 3)),
            _ => Text(random.Next(40)),
        };
    }

    /// <summary>A text with another character, another case or an escape in it; the quotes stay.</summary>
    public static string Disturbed(string text, string piece, Random random)
    {
        int at = random.Next(1, text.Length);
        return random.Next(4) switch
        {
            0 => text.Insert(at, piece),
            1 => text.ToUpperInvariant(),
            2 when char.IsAsciiLetterOrDigit(text[at]) => $"{text[..at]}\\u{(int)text[at]:x4}{text[(at + 1)..]}",
            _ => string.Concat(text.AsSpan(0, at), text.AsSpan(Math.Min(text.Length - 1, at + 1))),
        };
    }

    private static string Text(double value) => value.ToString("0.#################", CultureInfo.InvariantCulture);

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("[", depth - (depth / 2))) + string.Concat(Enumerable.Repeat("{\"a\":", depth / 2)) + "0"
        + new string('}', depth / 2) + new string(']', depth - (depth / 2));
}
