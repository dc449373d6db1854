namespace Readiness.Solving;

/// <summary>The native solver library is missing, or of a version this assembly cannot talk to.</summary>
internal sealed class SolverUnavailableException : DllNotFoundException
{
    /// <summary>Creates the exception.</summary>
    public SolverUnavailableException(string message)
        : base(message)
    {
    }
}
