using System.Globalization;
using Google.OrTools.Sat;
using Readiness.Solving;

namespace Readiness.Benchmarks.Peers;

/// <summary>Rewrites a model in whole numbers without changing its meaning: every row, and the objective, times a power of ten of its own.</summary>
internal static class WholeNumberModel
{
    // CP-SAT adds up in 64 bits and wants room for sums.
    private const decimal Largest = 1e13m;
    private const decimal MostScale = 1e9m;

    /// <summary>The model as CP-SAT reads it.</summary>
    /// <exception cref="ArgumentException">A column is continuous or without finite bounds, or a coefficient has too many digits.</exception>
    public static CpModelProto Of(LinearModelBuilder model)
    {
        var programme = new CpModelProto();
        for (int k = 0; k < model.ColumnCount; k++)
        {
            programme.Variables.Add(Column(model, k));
        }

        for (int row = 0; row < model.RowCount; row++)
        {
            int first = model.RowStarts[row];
            int end = row + 1 < model.RowCount ? model.RowStarts[row + 1] : model.EntryCount;
            string name = string.Create(CultureInfo.InvariantCulture, $"row {row}");
            decimal scale = ScaleOf(model.EntryValues[first..end], name);
            var linear = new LinearConstraintProto();
            for (int entry = first; entry < end; entry++)
            {
                linear.Vars.Add(model.EntryColumns[entry]);
                linear.Coeffs.Add((long)(Exact(model.EntryValues[entry], name) * scale));
            }

            // Whole sums cannot lie between two whole numbers, so the sides may be drawn in.
            linear.Domain.Add(double.IsNegativeInfinity(model.RowLowers[row]) ? long.MinValue : (long)Math.Ceiling(Exact(model.RowLowers[row], name) * scale));
            linear.Domain.Add(double.IsPositiveInfinity(model.RowUppers[row]) ? long.MaxValue : (long)Math.Floor(Exact(model.RowUppers[row], name) * scale));
            programme.Constraints.Add(linear.Domain[0] <= linear.Domain[1]
                ? new ConstraintProto { Linear = linear }
                : new ConstraintProto { BoolOr = new BoolArgumentProto() });
        }

        programme.Objective = Objective(model);
        return programme;
    }

    private static IntegerVariableProto Column(LinearModelBuilder model, int k)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"column {k}");
        if (model.ColumnTypes[k] == 0)
        {
            throw new ArgumentException($"cpsat takes whole-number models only: {name} is continuous.");
        }

        if (!double.IsFinite(model.ColumnLowers[k]) || !double.IsFinite(model.ColumnUppers[k]))
        {
            throw new ArgumentException($"cpsat needs finite bounds on every column: {name} has none.");
        }

        var column = new IntegerVariableProto();
        column.Domain.Add((long)Math.Ceiling(Exact(model.ColumnLowers[k], name)));
        column.Domain.Add((long)Math.Floor(Exact(model.ColumnUppers[k], name)));
        return column;
    }

    private static CpObjectiveProto Objective(LinearModelBuilder model)
    {
        decimal scale = ScaleOf(model.ColumnCosts, "the objective");
        var objective = new CpObjectiveProto
        {
            ScalingFactor = (double)(1 / scale),
            Offset = (double)((decimal)model.ObjectiveOffset * scale),
        };
        for (int k = 0; k < model.ColumnCount; k++)
        {
            if (model.ColumnCosts[k] != 0)
            {
                objective.Vars.Add(k);
                objective.Coeffs.Add((long)(Exact(model.ColumnCosts[k], "the objective") * scale));
            }
        }

        return objective;
    }

    private static decimal ScaleOf(ReadOnlySpan<double> coefficients, string name)
    {
        decimal scale = 1;
        foreach (double coefficient in coefficients)
        {
            decimal exact = Exact(coefficient, name);
            while (decimal.Truncate(exact * scale) != exact * scale)
            {
                scale *= 10;
                if (scale > MostScale)
                {
                    throw new ArgumentException($"cpsat needs whole coefficients: {coefficient:R} in {name} has too many decimals to be scaled exactly.");
                }
            }
        }

        foreach (double coefficient in coefficients)
        {
            if (Math.Abs(Exact(coefficient, name) * scale) > Largest)
            {
                throw new ArgumentException($"cpsat needs moderate coefficients: {coefficient:R} in {name} times {scale} exceeds {Largest}.");
            }
        }

        return scale;
    }

    // The shortest decimal that reads back as the same double: what the author of the number wrote. A decimal has 28 places,
    // of which a tinier number would lose some.
    private static decimal Exact(double value, string name) =>
        value == 0 || (Math.Abs(value) <= (double)Largest && Math.Abs(value) >= 1 / (double)MostScale)
            ? decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
            : throw new ArgumentException($"cpsat needs moderate numbers: {value:R} in {name} is beyond {Largest} or below 1/{MostScale}.");
}
