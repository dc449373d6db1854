using System.Text;
using CsCheck;

namespace Readiness.Tests.Fuzzing;

/// <summary>Edits to be made to one of several valid documents.</summary>
/// <param name="Document">Number of the document.</param>
/// <param name="Edits">Edits of the tree, one to eight.</param>
/// <param name="Damage">Edits of the bytes that result; mostly none.</param>
internal sealed record Fuzzed(int Document, FuzzEdit[] Edits, FuzzEdit[] Damage)
{
    private const long UsualIterations = 100;

    private static readonly Gen<FuzzEdit> Edit = Gen.Select(Gen.Int[0, FuzzEdit.Kinds - 1], Gen.Int[0, int.MaxValue - 1], (kind, seed) => new FuzzEdit(kind, seed));

    /// <summary>Random edits.</summary>
    /// <param name="documents">Which documents, by number; the weight says how often.</param>
    public static Gen<Fuzzed> Of(params (int Weight, int Document)[] documents) =>
        Gen.Select(
            Gen.Frequency([.. documents.Select(one => (one.Weight, Gen.Const(one.Document)))]),
            Edit.Array[1, 8],
            Gen.Frequency((9, Gen.Const(Array.Empty<FuzzEdit>())), (1, Edit.Array[1, 2])),
            (document, edits, damage) => new Fuzzed(document, edits, damage));

    /// <summary>How many samples to take: so many in the usual run, and what CsCheck_Time or CsCheck_Iter say where they are set.</summary>
    /// <param name="iterations">Samples of the usual run.</param>
    public static long Iterations(long iterations) => Check.Time > 0 || Check.Iter != UsualIterations ? -1 : iterations;

    /// <summary>The spoilt document.</summary>
    /// <param name="original">The valid document.</param>
    public byte[] Bytes(FuzzNode original)
    {
        FuzzNode root = FuzzNode.Array(original.Clone());
        foreach (FuzzEdit edit in Edits)
        {
            edit.Apply(root);
        }

        byte[] bytes = Encoding.UTF8.GetBytes(root.Parts[0].ToString());
        foreach (FuzzEdit edit in Damage)
        {
            bytes = edit.Apply(bytes);
        }

        return bytes;
    }

    public override string ToString() =>
        $"document {Document}, edits {string.Join(' ', Edits.Select(Words))}, damage {string.Join(' ', Damage.Select(Words))}";

    private static string Words(FuzzEdit edit) => $"({edit.Kind}, {edit.Seed})";
}
