namespace Readiness.Api.Tests.Fuzzing;

/// <summary>Texts at which routes, parameters and headers stumble.</summary>
internal static class HostileText
{
    /// <summary>Parts of a path or a query, escaped as they are sent.</summary>
    public static string[] Escaped { get; } =
    [
        "", "%20", "0", "-1", "1", "100", "101", "1.5", "1e3", "99999999999999999999", "NaN", "true", "null", "%00", "a%00b", "%FF%FE", "%C0%80", "%ED%A0%80", "%F0%9F%98%B7",
        "%E2%80%AEid", "..", "%2e%2e", "..%2f..", "%2F", "a%2Fb", "%5C", "%3F", "%23", "%25", "%", "%zz", "+", "a+b", "a%26b%3Dc", "'", "%22", "%27%20OR%201%3D1--", "%3Cscript%3E",
        "*", ";", ":", "@", "[", "{id}", "%7Bid%7D", ",", ",,", "a,b,c", "__proto__", "sample", "current", "queued", "running", "completed", "replace", "merge",
        new string('x', 300), new string('9', 400), string.Concat(Enumerable.Repeat("%C3%A9", 900)),
    ];

    /// <summary>What goes into some names of a path.</summary>
    public static IReadOnlyDictionary<string, string[]> Words { get; } = new Dictionary<string, string[]>
    {
        ["part"] = ["stock", "staff", "shipments", "purchases", "issues", "roster", "sites", "guests", "unmet", "flows"],
        ["format"] = ["csv", "xlsx", "json", "geojson", "CSV", "html"],
        ["place"] = [.. TinyDistrict.District.Facilities.Select(f => f.Id), .. TinyDistrict.District.CandidateSites.Select(s => s.Id)],
    };

    /// <summary>Values of headers.</summary>
    public static string[] Headers { get; } =
    [
        "", " ", "0", "1", "-1", "*", "\"1\"", "\"0\"", "W/\"1\"", "\"1\", \"2\"", "\"", "\"\"", "wait", "wait=", "wait=1", "wait=0", "wait=-1", "wait=x", "wait=1e9", "respond-async, wait=1",
        "99999999999999999999", "a-key", "a key", "key,key", "\u00e9", "\t", "{}", "null", "../..", "%00", new string('k', 255), new string('k', 257), new string('k', 4_000),
    ];

    /// <summary>Media types of bodies and answers.</summary>
    public static string[] MediaTypes { get; } =
    [
        "application/json", "application/json; charset=utf-8", "application/json; charset=utf-16", "application/json; charset=nonsense", "application/problem+json",
        "application/merge-patch+json", "APPLICATION/JSON", "text/json", "text/plain", "text/html", "text/csv", "text/csv; header=absent", "text/event-stream", "application/xml",
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data", "application/octet-stream", "application/geo+json",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "*/*", "text/*", "application/json;q=0", "application", "/", "",
    ];

    /// <summary>One of several.</summary>
    public static T Any<T>(this Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
