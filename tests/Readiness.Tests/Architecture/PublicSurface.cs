using System.Reflection;

namespace Readiness.Tests.Architecture;

/// <summary>What a user of an assembly can see, and derive from, by reflection.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Every mention of a type in a visible signature of <paramref name="type"/>, with the member that mentions it.</summary>
    public static IEnumerable<(string Where, Type Mentioned)> Mentions(Type type) =>
        Signatures(type).SelectMany(signature => Flatten(signature.Type).Select(mentioned => (signature.Where, mentioned))).Distinct();

    /// <summary>Why a visible type is neither sealed, static, an interface, a closed family nor the base of one; null if it is.</summary>
    public static string? WhyOpen(Type type, IEnumerable<Type> all)
    {
        if (type.IsInterface || type.IsSealed)
        {
            return null;
        }

        if (!type.IsAbstract)
        {
            return all.Any(other => other.BaseType == type) ? null : $"{type} is open, but nothing derives from it: seal it";
        }

        // The copy constructor of an abstract record is always protected; it makes no new member of the family without another one.
        var open = type.GetConstructors(Declared)
            .Any(constructor => IsVisible(constructor) && !constructor.GetParameters().Select(each => each.ParameterType).SequenceEqual([type]));
        return open ? $"{type} is abstract and anyone can derive from it: make its constructor private protected" : null;
    }

    private static IEnumerable<(string Where, Type Type)> Signatures(Type type)
    {
        var name = type.ToString();
        if (type.BaseType is { } parent)
        {
            yield return ($"{name} (base)", parent);
        }

        foreach (var implemented in type.GetInterfaces())
        {
            yield return ($"{name} (interface)", implemented);
        }

        foreach (var constraint in Constraints(type.GetGenericArguments()))
        {
            yield return ($"{name} (constraint)", constraint);
        }

        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly))
        {
            yield return ($"{name}.{field.Name}", field.FieldType);
        }

        // Properties and events are seen through their accessors.
        foreach (var method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)).Where(IsVisible))
        {
            var where = $"{name}.{method.Name}";
            foreach (var parameter in method.GetParameters())
            {
                yield return (where, parameter.ParameterType);
            }

            if (method is MethodInfo { ReturnType: var result })
            {
                yield return (where, result);
            }

            foreach (var constraint in method.IsGenericMethod ? Constraints(method.GetGenericArguments()) : [])
            {
                yield return ($"{where} (constraint)", constraint);
            }
        }
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static IEnumerable<Type> Constraints(Type[] arguments) =>
        arguments.Where(argument => argument.IsGenericParameter).SelectMany(argument => argument.GetGenericParameterConstraints());

    private static IEnumerable<Type> Flatten(Type type) =>
        type.HasElementType ? Flatten(type.GetElementType()!)
        : type.IsGenericParameter ? []
        : type.IsFunctionPointer ? type.GetFunctionPointerParameterTypes().Append(type.GetFunctionPointerReturnType()).SelectMany(Flatten)
        : type.GetGenericArguments().SelectMany(Flatten).Append(type);
}
