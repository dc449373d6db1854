using System.Globalization;
using Microsoft.Extensions.Primitives;
using Readiness.Api.Problems;

namespace Readiness.Api.Json;

/// <summary>Takes the parameters of a query one by one and notes every fault instead of giving up at the first.</summary>
internal sealed class QueryFields
{
    private readonly IQueryCollection query;
    private readonly List<FieldError> errors = [];

    /// <summary>Starts reading; notes every parameter that is not known.</summary>
    /// <param name="query">The query of the request.</param>
    /// <param name="known">The known names.</param>
    public QueryFields(IQueryCollection query, params IReadOnlyList<string> known)
    {
        this.query = query;
        foreach (string name in query.Keys.Where(name => !known.Contains(name)))
        {
            Refuse(name, $"This parameter is not known; known are {string.Join(", ", known)}.");
        }
    }

    /// <summary>The faults so far.</summary>
    public IReadOnlyCollection<FieldError> Errors => errors;

    /// <summary>The value of a parameter; null if it is not given, the first if it is given more than once, which is noted.</summary>
    /// <param name="name">Name of the parameter.</param>
    public string? Text(string name)
    {
        StringValues values = query[name];
        if (values.Count > 1)
        {
            Refuse(name, "Must be given once.");
        }

        return values.Count == 0 ? null : values[0];
    }

    /// <summary>A whole number that may be missing; the default if it is missing or faulty, which is noted.</summary>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="least">Least allowed value.</param>
    /// <param name="most">Greatest allowed value.</param>
    /// <param name="standard">The default.</param>
    public int Integer(string name, int least, int most, int standard)
    {
        if (Text(name) is not { } text)
        {
            return standard;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(name, $"Must be a whole number from {least} to {most}.");
        return standard;
    }

    /// <summary>Notes a fault of a parameter, unless one is noted already.</summary>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="message">The rule that it breaks.</param>
    public void Refuse(string name, string message)
    {
        string pointer = JsonFields.PointerTo("", name);
        if (errors.All(e => e.Pointer != pointer))
        {
            errors.Add(new FieldError(pointer, JsonValues.Shown(JsonValues.AsString(query[name].ToString())), message));
        }
    }
}
