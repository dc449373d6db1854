using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Storage;

namespace Readiness.Api.Scenarios;

/// <summary>The parameters of a list of scenarios, with everything that is wrong with them.</summary>
/// <param name="Wanted">What is wanted; counts only if there is no error.</param>
/// <param name="Errors">Everything that is wrong.</param>
internal sealed record ScenarioListQuery(ScenarioQuery Wanted, IReadOnlyCollection<FieldError> Errors)
{
    /// <summary>Id of the baseline of the scenarios.</summary>
    public const string BaselineName = "baseline";

    /// <summary>State of the scenarios.</summary>
    public const string StateName = "state";

    /// <summary>Id of the sweep of which the scenarios are cells.</summary>
    public const string SweepName = "sweep";

    /// <summary>The words for states.</summary>
    public static readonly IReadOnlyList<string> States = [.. Enum.GetValues<ScenarioState>().Select(ScenarioRow.Word)];

    /// <summary>Reads the parameters.</summary>
    /// <param name="query">The query of the request.</param>
    public static ScenarioListQuery Read(IQueryCollection query)
    {
        QueryFields fields = new(query, NextPage.LimitName, NextPage.AfterName, BaselineName, StateName, SweepName);
        int limit = fields.Integer(NextPage.LimitName, 1, NextPage.Most, NextPage.Standard);
        ScenarioCursor? after = null;
        if (fields.Text(NextPage.AfterName) is { } place)
        {
            after = ScenarioCursor.Parse(place);
            if (after is null)
            {
                fields.Refuse(NextPage.AfterName, "Must be taken from the Link header of the page before.");
            }
        }

        ScenarioState? state = null;
        if (fields.Text(StateName) is { } word)
        {
            if (States.Contains(word))
            {
                state = ScenarioRow.StateOf(word);
            }
            else
            {
                fields.Refuse(StateName, $"Must be one of {string.Join(", ", States)}.");
            }
        }

        return new ScenarioListQuery(new ScenarioQuery(limit, after, fields.Text(BaselineName), state, fields.Text(SweepName)), fields.Errors);
    }
}
