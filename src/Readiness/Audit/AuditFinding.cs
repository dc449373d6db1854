namespace Readiness.Audit;

/// <summary>A violation with what it is too much or too little by, for whoever mends decisions.</summary>
internal sealed record AuditFinding(string Rule, string Subject, int? Day, long Amount, string Message);
