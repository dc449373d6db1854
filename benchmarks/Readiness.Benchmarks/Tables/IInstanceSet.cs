using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables;

/// <summary>Instances of one kind, as a table is made of.</summary>
internal interface IInstanceSet
{
    /// <summary>Name of the set: its command, its files, its folder of solutions.</summary>
    string Name { get; }

    /// <summary>Whether peers get models with integer columns only, so that those which know no others can be asked.</summary>
    bool HasIntegerModels { get; }

    /// <summary>Headings of the columns that only this set has: objectives that are published for other methods.</summary>
    ImmutableArray<string> PublishedColumns { get; }

    /// <summary>Column headings of a solution file.</summary>
    ImmutableArray<string> SolutionColumns { get; }

    /// <summary>The instances that come with Readiness, in the order in which they are solved.</summary>
    ImmutableArray<InstanceEntry> Shipped();

    /// <summary>The instances of a file of the user's.</summary>
    ImmutableArray<InstanceEntry> FromFile(string path);

    /// <summary>
    /// How long the first instance is solved over and over before anything is timed, so that the runtime has compiled what is timed; not at all unless the set says
    /// otherwise. For sets whose solves take about as long as their compilation.
    /// </summary>
    TimeSpan WarmUp => TimeSpan.Zero;

    /// <summary>The instances that the user wants to be generated from a seed; none unless the set says otherwise.</summary>
    ImmutableArray<InstanceEntry> Generated(int seed) => [];
}
