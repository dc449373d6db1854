using System.Collections.Immutable;
using Readiness.Benchmarks.Peers;
using Readiness.Benchmarks.Tables;

namespace Readiness.Benchmarks.Tests.Tables;

/// <summary>A set with one instance, best known at 100, whose answers are laid down.</summary>
/// <param name="own">What Readiness answers.</param>
/// <param name="peer">What every peer answers.</param>
internal sealed class ScriptedSet(Func<SolveOptions, OwnAnswer> own, Func<PeerLimits, PeerAnswer> peer) : IInstanceSet, IInstanceCase
{
    public string Name => "scripted";

    public bool HasIntegerModels => true;

    public ImmutableArray<string> PublishedColumns => ["other"];

    public ImmutableArray<string> SolutionColumns => ["line"];

    public ImmutableArray<InstanceEntry> Shipped() => [new("one", 100, [null], TimeSpan.FromSeconds(7), true, () => this)];

    public ImmutableArray<InstanceEntry> FromFile(string path) => throw new NotSupportedException();

    public OwnAnswer Solve(SolveOptions options, CancellationToken cancellationToken) => own(options);

    public PeerAnswer SolveWith(IPeer solver, PeerLimits limits, CancellationToken cancellationToken) => peer(limits);
}
