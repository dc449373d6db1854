using System.Globalization;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Storage;

namespace Readiness.Api.Sweeps;

/// <summary>Which page of a list of sweeps, or of a sweep's table, is wanted, with everything that is wrong with the parameters.</summary>
/// <param name="Limit">Entries of the page.</param>
/// <param name="After">Begins after this place.</param>
/// <param name="Errors">Everything that is wrong.</param>
internal sealed record SweepQuery<T>(int Limit, T After, IReadOnlyCollection<FieldError> Errors);

/// <summary>Reads the parameters of pages.</summary>
internal static class SweepQuery
{
    /// <summary>Reads those of a list of sweeps.</summary>
    /// <param name="query">The query of the request.</param>
    public static SweepQuery<ScenarioCursor?> OfList(IQueryCollection query) => Read(query, ScenarioCursor.Parse, null);

    /// <summary>Reads those of a table; a place is the number of a cell.</summary>
    /// <param name="query">The query of the request.</param>
    public static SweepQuery<int?> OfTable(IQueryCollection query) => Read<int?>(
        query, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int cell) ? cell : null, -1);

    private static SweepQuery<T> Read<T>(IQueryCollection query, Func<string, T> parse, T beginning)
    {
        QueryFields fields = new(query, NextPage.LimitName, NextPage.AfterName);
        int limit = fields.Integer(NextPage.LimitName, 1, NextPage.Most, NextPage.Standard);
        T after = beginning;
        if (fields.Text(NextPage.AfterName) is { } place)
        {
            after = parse(place);
            if (after is null)
            {
                fields.Refuse(NextPage.AfterName, "Must be taken from the Link header of the page before.");
            }
        }

        return new SweepQuery<T>(limit, after, fields.Errors);
    }
}
