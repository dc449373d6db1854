using Readiness.Benchmarks.Peers;
using Readiness.Solving;

namespace Readiness.Benchmarks.Tables.Sites;

/// <summary>
/// The strong formulation that the peers get: y_j whether facility j is used, x_ij the share of customer i at facility j, with x_ij at most y_j, the demand at
/// j at most its capacity times y_j, and the capacities in use at least the total demand (implied, but where solvers find their cover cuts).
/// </summary>
/// <remarks>Source of the formulation: G. Cornuéjols, R. Sridharan, J. M. Thizy, European Journal of Operational Research 50 (1991), doi:10.1016/0377-2217(91)90261-S.</remarks>
internal static class SiteFormulation
{
    /// <summary>The model: first y by facility, then x at facilities + i × facilities + j.</summary>
    public static LinearModelBuilder Of(SiteInstance instance)
    {
        int facilities = instance.Facilities;
        int customers = instance.Customers;
        int pairs = facilities * customers;
        var model = new LinearModelBuilder(facilities + pairs, customers + facilities + pairs + 1, (4 * pairs) + (2 * facilities));
        foreach (double cost in instance.FixedCosts)
        {
            model.AddColumn(cost, 0, 1, isInteger: true);
        }

        foreach (double cost in instance.Costs)
        {
            model.AddColumn(cost, 0, 1);
        }

        AddDemandRows(instance, model);
        AddCapacityRows(instance, model);
        for (int k = 0; k < pairs; k++)
        {
            model.AddRow(double.NegativeInfinity, 0, [facilities + k, k % facilities], [1, -1]);
        }

        return model;
    }

    /// <summary>The shares that a peer's answer stands for, without dust: what is computed as closed serves nobody.</summary>
    public static List<SiteShare> Shares(SiteInstance instance, double[] values)
    {
        List<SiteShare> shares = [];
        for (int j = 0; j < instance.Facilities; j++)
        {
            for (int i = 0; i < instance.Customers && values[j] > 0.5; i++)
            {
                double share = values[instance.Facilities + (i * instance.Facilities) + j];
                if (share >= SiteShare.Least)
                {
                    shares.Add(new SiteShare(j, i, share));
                }
            }
        }

        return shares;
    }

    private static void AddDemandRows(SiteInstance instance, LinearModelBuilder model)
    {
        int[] columns = new int[instance.Facilities];
        double[] ones = new double[instance.Facilities];
        Array.Fill(ones, 1);
        for (int i = 0; i < instance.Customers; i++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                columns[j] = instance.Facilities + (i * instance.Facilities) + j;
            }

            model.AddRow(1, 1, columns, ones);
        }
    }

    private static void AddCapacityRows(SiteInstance instance, LinearModelBuilder model)
    {
        double total = instance.Demands.Sum();
        model.AddRow(total * (1 - 1e-9), double.PositiveInfinity, [.. Enumerable.Range(0, instance.Facilities)], instance.Capacities);
        int[] columns = new int[instance.Customers + 1];
        double[] values = new double[instance.Customers + 1];
        for (int j = 0; j < instance.Facilities; j++)
        {
            for (int i = 0; i < instance.Customers; i++)
            {
                columns[i] = instance.Facilities + (i * instance.Facilities) + j;
                values[i] = instance.Demands[i];
            }

            columns[^1] = j;
            values[^1] = -instance.Capacities[j];
            model.AddRow(double.NegativeInfinity, 0, columns, values);
        }
    }
}
