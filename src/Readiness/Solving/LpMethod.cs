namespace Readiness.Solving;

/// <summary>The algorithm used for a linear programme.</summary>
internal enum LpMethod
{
    /// <summary>Let the solver choose.</summary>
    Choose,

    /// <summary>The simplex method: starts from the basis of the previous solve.</summary>
    Simplex,

    /// <summary>The interior point method followed by crossover: for large models solved once.</summary>
    InteriorPoint,
}
