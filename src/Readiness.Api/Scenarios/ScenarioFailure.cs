namespace Readiness.Api.Scenarios;

/// <summary>Why a scenario has no plan, in the words of problem details (RFC 9457).</summary>
/// <param name="Title">What happened.</param>
/// <param name="Detail">What is known about the cause.</param>
public sealed record ScenarioFailure(string Title, string Detail);
