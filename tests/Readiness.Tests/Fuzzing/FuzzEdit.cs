using System.Text;

namespace Readiness.Tests.Fuzzing;

/// <summary>One random edit of a document. Equal edits of equal documents give equal results.</summary>
/// <param name="Kind">Which way of spoiling; taken modulo their number.</param>
/// <param name="Seed">Where and with what.</param>
internal readonly record struct FuzzEdit(int Kind, int Seed)
{
    /// <summary>Ways of spoiling the tree.</summary>
    public const int Kinds = 20;

    private const int MostCopies = 300;
    private const int MostParts = 2_000;

    private static readonly string[] Pieces = ["\\u0000", "\\ud800", "\\udfff", "\u202E", "\U0001F637", "\u0301", " ", "\\n", "/", "~", "\\\"", "-", "\u0085", "A"];

    private delegate void Way(FuzzNode root, FuzzNode parent, int at, Random random);

    /// <summary>Spoils a tree whose only part is the document.</summary>
    public void Apply(FuzzNode root)
    {
        var random = new Random(Seed);
        (FuzzNode parent, int at) = Choose(root, random);
        if (at < 0)
        {
            return;
        }

        Way way = ((uint)Kind % Kinds) switch
        {
            0 or 1 => (_, p, i, r) => p.Parts[i] = FuzzNode.Value(HostileValues.Values[r.Next(HostileValues.Values.Length)]),
            2 => (top, p, i, _) => RemovePart(top, p, i),
            3 => (top, p, i, _) => Repeat(top, p, i),
            4 or 5 => Rename,
            6 => CopyFromElsewhere,
            7 => SwapWithAnother,
            8 => (_, p, i, r) => p.Parts[i] = Wrapped(p.Parts[i], 1 + r.Next(2)),
            9 => (_, p, i, r) => p.Parts[i] = Wrapped(p.Parts[i], r.Next(100)),
            10 => (_, p, i, r) => p.Parts[i] = p.Parts[i].Parts.Count > 0 ? p.Parts[i].Parts[r.Next(p.Parts[i].Parts.Count)] : p.Parts[i],
            11 => (_, p, i, _) => Empty(p.Parts[i]),
            12 => Multiply,
            13 => AddMember,
            14 or 15 => DisturbNumber,
            16 => DisturbText,
            17 or 18 => TakeFromNamesake,
            _ => Reorder,
        };
        way(root, parent, at, random);
    }

    /// <summary>Spoils the bytes.</summary>
    public byte[] Apply(byte[] document)
    {
        var random = new Random(Seed);
        int at = random.Next(document.Length + 1);
        int length = random.Next(Math.Min(20, document.Length - at + 1));
        byte[] before = document[..at];
        byte[] rest = document[(at + length)..];
        return ((uint)Kind % 8) switch
        {
            0 => before,
            1 => rest,
            2 => [.. before, .. rest],
            3 => [.. before, (byte)random.Next(256), .. document[at..]],
            4 => [.. before, .. (byte[])[0xED, 0xA0, 0x80], .. document[at..]],
            5 => [.. before, .. (byte[])[0xC0, 0x80], .. rest],
            6 => [.. Encoding.UTF8.Preamble, .. document],
            _ => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(document)),
        };
    }

    /// <summary>A random part of a random level; at is -1 if there is nothing left. Every level is as likely, so that long lists do not draw all edits.</summary>
    private static (FuzzNode Parent, int At) Choose(FuzzNode root, Random random)
    {
        FuzzNode parent = root;
        int at = root.Parts.Count - 1;
        while (at >= 0 && parent.Parts[at].Parts.Count > 0 && (parent == root ? random.Next(50) > 0 : random.Next(5) > 0))
        {
            parent = parent.Parts[at];
            at = random.Next(parent.Parts.Count);
        }

        return (parent, at);
    }

    private static void Empty(FuzzNode value)
    {
        value.Parts.Clear();
        value.Names.Clear();
    }

    private static void RemovePart(FuzzNode root, FuzzNode parent, int at)
    {
        if (parent != root)
        {
            parent.RemoveAt(at);
        }
    }

    private static void Repeat(FuzzNode root, FuzzNode parent, int at)
    {
        if (parent != root)
        {
            parent.Insert(at, parent.Kind == '{' ? parent.Names[at] : string.Empty, parent.Parts[at].Clone());
        }
    }

    private static void Rename(FuzzNode root, FuzzNode parent, int at, Random random)
    {
        FuzzNode owner = parent.Kind == '{' ? parent : parent.Parts[at];
        if (owner.Kind != '{' || owner.Parts.Count == 0)
        {
            return;
        }

        int member = random.Next(owner.Parts.Count);
        string name = owner.Names[member];
        owner.Names[member] = random.Next(4) switch
        {
            0 => name.ToUpperInvariant(),
            1 => HostileValues.Names[random.Next(HostileValues.Names.Length)],
            2 => owner.Names[random.Next(owner.Names.Count)],
            _ => HostileValues.Disturbed(name, Pieces[random.Next(Pieces.Length)], random),
        };
    }

    private static void CopyFromElsewhere(FuzzNode root, FuzzNode parent, int at, Random random)
    {
        (FuzzNode other, int from) = Choose(root, random);
        if (other != root)
        {
            parent.Parts[at] = other.Parts[from].Clone();
        }
    }

    private static void SwapWithAnother(FuzzNode root, FuzzNode parent, int at, Random random)
    {
        (FuzzNode other, int from) = Choose(root, random);
        if (parent.Parts[at].Kind == 'v' && other.Parts[from].Kind == 'v')
        {
            (parent.Parts[at], other.Parts[from]) = (other.Parts[from], parent.Parts[at]);
        }
    }

    private static FuzzNode Wrapped(FuzzNode value, int levels)
    {
        for (int level = 0; level < levels; level++)
        {
            FuzzNode inner = value;
            value = level % 3 == 2 ? FuzzNode.Object() : FuzzNode.Array(inner);
            if (value.Kind == '{')
            {
                value.Add("\"id\"", inner);
            }
        }

        return value;
    }

    private static FuzzNode ArrayAt(FuzzNode parent, int at) => parent.Kind == '[' ? parent : parent.Parts[at];

    private static void Multiply(FuzzNode root, FuzzNode parent, int at, Random random)
    {
        FuzzNode array = ArrayAt(parent, at);
        if (array == root || array.Parts.Count == 0)
        {
            return;
        }

        int which = random.Next(array.Parts.Count);
        FuzzNode part = array.Parts[which];
        int copies = Math.Min(random.Next(MostCopies), (MostParts - array.Parts.Count) / (1 + part.Parts.Count));
        for (int copy = 0; copy < copies; copy++)
        {
            array.Insert(which, array.Kind == '{' ? $"\"more{copy}\"" : string.Empty, part.Clone());
        }
    }

    private static void AddMember(FuzzNode root, FuzzNode parent, int at, Random random)
    {
        FuzzNode owner = parent.Kind == '{' ? parent : parent.Parts[at];
        (FuzzNode other, int from) = Choose(root, random);
        if (owner.Kind == '{' && other != root)
        {
            string name = other.Kind == '{' && random.Next(2) == 0 ? other.Names[from] : HostileValues.Names[random.Next(HostileValues.Names.Length)];
            owner.Add(name, other.Parts[from].Clone());
        }
    }

    private static void DisturbNumber(FuzzNode root, FuzzNode parent, int at, Random random)
    {
        FuzzNode value = parent.Parts[at];
        if (value.Kind == 'v' && value.Text is ['-' or (>= '0' and <= '9'), ..])
        {
            parent.Parts[at] = FuzzNode.Value(HostileValues.Disturbed(value.Text, random));
        }
    }

    private static void DisturbText(FuzzNode root, FuzzNode parent, int at, Random random)
    {
        FuzzNode value = parent.Parts[at];
        if (value.Kind == 'v' && value.Text.StartsWith('"') && value.Text.Length > 2)
        {
            parent.Parts[at] = FuzzNode.Value(HostileValues.Disturbed(value.Text, Pieces[random.Next(Pieces.Length)], random));
        }
    }

    /// <summary>Takes the value of a member of the same name of another object: what is swapped so is often valid.</summary>
    private static void TakeFromNamesake(FuzzNode root, FuzzNode parent, int at, Random random)
    {
        for (int attempt = 0; attempt < 200 && parent.Kind == '{'; attempt++)
        {
            (FuzzNode other, int from) = Choose(root, random);
            if (other != parent && other.Kind == '{' && other.Names[from] == parent.Names[at])
            {
                parent.Parts[at] = other.Parts[from].Clone();
                return;
            }
        }
    }

    private static void Reorder(FuzzNode root, FuzzNode parent, int at, Random random)
    {
        if (parent == root)
        {
            return;
        }

        int to = random.Next(parent.Parts.Count);
        (parent.Parts[at], parent.Parts[to]) = (parent.Parts[to], parent.Parts[at]);
        if (parent.Kind == '{')
        {
            (parent.Names[at], parent.Names[to]) = (parent.Names[to], parent.Names[at]);
        }
    }
}
