namespace Readiness.Solving;

/// <summary>Which simplex method to use; the values are those of the solver's own option.</summary>
internal enum SimplexStrategy
{
    /// <summary>Dual simplex: best after changes of bounds or new rows.</summary>
    Dual = 1,

    /// <summary>Primal simplex: best after changes of cost or new columns.</summary>
    Primal = 4,
}
