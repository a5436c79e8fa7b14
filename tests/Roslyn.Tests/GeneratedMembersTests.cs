using System.Reflection;
using ShapeGen.Roslyn.Reading;
using TorchSharp;

namespace Roslyn.Tests;

/// <summary>The names that a layer must not have are those of TorchSharp's Module.</summary>
public sealed class GeneratedMembersTests
{
    [Fact]
    public void Every_member_of_Module_that_a_field_would_hide_is_reserved()
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var members = typeof(torch.nn.Module<torch.Tensor, torch.Tensor>)
            .GetMembers(all | BindingFlags.FlattenHierarchy)
            .Where(IsVisibleToDerived)
            .Select(m => m.Name)
            .Where(n => !n.Contains('.', StringComparison.Ordinal) && !n.Contains("op_", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal([], members.Where(n => GeneratedMembers.Refuse(n) is null).ToArray());
    }

    private static bool IsVisibleToDerived(MemberInfo member) =>
        member switch
        {
            MethodBase method => !method.IsSpecialName && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly),
            FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
            PropertyInfo property => property.GetAccessors(nonPublic: true).Any(a => a.IsPublic || a.IsFamily || a.IsFamilyOrAssembly),
            Type type => type.IsNestedPublic || type.IsNestedFamily,
            _ => true,
        };
}
