using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Storage;

namespace Readiness.Api.StressTests;

/// <summary>The parameters of a list of stress tests, with everything that is wrong with them.</summary>
/// <param name="Wanted">What is wanted; counts only if there is no error.</param>
/// <param name="Errors">Everything that is wrong.</param>
internal sealed record StressTestListQuery(StressTestQuery Wanted, IReadOnlyCollection<FieldError> Errors)
{
    /// <summary>Id of the scenario whose plan is tested.</summary>
    public const string ScenarioName = "scenario";

    /// <summary>State of the tests.</summary>
    public const string StateName = "state";

    /// <summary>The words for states.</summary>
    public static readonly IReadOnlyList<string> States = [.. Enum.GetValues<StressTestState>().Select(StressTestRow.Word)];

    /// <summary>Reads the parameters.</summary>
    /// <param name="query">The query of the request.</param>
    public static StressTestListQuery Read(IQueryCollection query)
    {
        QueryFields fields = new(query, NextPage.LimitName, NextPage.AfterName, ScenarioName, StateName);
        int limit = fields.Integer(NextPage.LimitName, 1, NextPage.Most, NextPage.Standard);
        ScenarioCursor? after = null;
        if (fields.Text(NextPage.AfterName) is { } place && (after = ScenarioCursor.Parse(place)) is null)
        {
            fields.Refuse(NextPage.AfterName, "Must be taken from the Link header of the page before.");
        }

        StressTestState? state = null;
        if (fields.Text(StateName) is { } word)
        {
            if (States.Contains(word))
            {
                state = StressTestRow.StateOf(word);
            }
            else
            {
                fields.Refuse(StateName, $"Must be one of {string.Join(", ", States)}.");
            }
        }

        return new StressTestListQuery(new StressTestQuery(limit, after, fields.Text(ScenarioName), state), fields.Errors);
    }
}
