using System.Reflection;
using System.Text;

namespace ReviewKit.Tests;

/// <summary>The public surface of the library as text, so that it changes only on purpose.</summary>
public class PublicApi
{
    [Fact]
    public void The_public_api_is_as_accepted()
    {
        var text = new StringBuilder();
        foreach (var type in typeof(Record).Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(type.IsEnum ? "enum " : type.IsValueType ? "struct " : type is { IsAbstract: true, IsSealed: true } ? "static " : "class ").Append(Name(type)).Append('\n');
            const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
            foreach (var line in type.GetMembers(Declared).Where(IsShown).Select(Line).Order(StringComparer.Ordinal)) text.Append("  ").Append(line).Append('\n');
        }
        Golden.Equal("PublicApi.txt", text.ToString());
    }

    static bool IsShown(MemberInfo member) => member switch
    {
        MethodInfo method => !method.IsSpecialName && !method.Name.Contains('<', StringComparison.Ordinal) && method.Name is not ("Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "GetType"),
        ConstructorInfo constructor => constructor.GetParameters().Length > 0,
        PropertyInfo property => property.Name != "EqualityContract",
        FieldInfo field => !field.IsSpecialName,
        _ => false,
    };

    static string Line(MemberInfo member) => member switch
    {
        MethodInfo method => $"{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        PropertyInfo property => $"{Name(property.PropertyType)} {property.Name}",
        FieldInfo field => field.DeclaringType!.IsEnum ? field.Name : $"{Name(field.FieldType)} {field.Name}",
        _ => member.Name,
    };

    static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}"));

    static string Name(Type type)
    {
        if (type.IsGenericParameter) return type.Name;
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (!type.IsGenericType) return type.Namespace?.StartsWith("ReviewKit", StringComparison.Ordinal) == true ? type.FullName!.Replace('+', '.')[10..] : type.Name;
        var name = type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
        return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
