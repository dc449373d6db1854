using Google.OrTools.Sat;

namespace Readiness.Tests.Planning.Exact;

/// <summary>A sum of variables times whole factors, and a constant.</summary>
internal sealed class Terms
{
    private readonly List<IntVar> variables = [];
    private readonly List<long> factors = [];

    public long Constant { get; private set; }

    public bool IsConstant => variables.Count == 0;

    public Terms Add(IntVar variable, long factor = 1)
    {
        variables.Add(variable);
        factors.Add(factor);
        return this;
    }

    public Terms Add(long constant)
    {
        Constant += constant;
        return this;
    }

    public Terms Add(Terms other, long factor = 1)
    {
        for (int i = 0; i < other.variables.Count; i++)
        {
            Add(other.variables[i], factor * other.factors[i]);
        }

        return Add(factor * other.Constant);
    }

    public LinearExpr Sum() => LinearExpr.WeightedSum(variables, factors) + Constant;

    /// <summary>Value under a solution, given by the variables' positions in the model.</summary>
    public long Value(IReadOnlyList<long> solution) => Value(variable => solution[variable.GetIndex()]);

    /// <summary>Value under values of the variables.</summary>
    public long Value(Func<IntVar, long> valueOf)
    {
        long value = Constant;
        for (int i = 0; i < variables.Count; i++)
        {
            value += factors[i] * valueOf(variables[i]);
        }

        return value;
    }
}
