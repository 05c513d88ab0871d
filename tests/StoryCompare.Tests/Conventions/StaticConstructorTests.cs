using System.Reflection;
using System.Reflection.Emit;

namespace StoryCompare.Tests.Conventions;

/// <summary>Tables are read by static constructors, some of them on another thread (<see cref="StoryComparer.Prepare"/>). Two that needed each other could meet half made.</summary>
public class StaticConstructorTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Module Library = typeof(StoryComparer).Assembly.ManifestModule;
    private static readonly Dictionary<ushort, OpCode> Codes = typeof(OpCodes).GetFields().Select(static f => (OpCode)f.GetValue(null)!).ToDictionary(static c => (ushort)c.Value);

    [Test]
    public void StaticConstructors_OfTheLibrary_NeedEachOtherOneWayOnly()
    {
        Dictionary<MethodBase, HashSet<MethodBase>> calls = [];
        foreach (Type type in typeof(StoryComparer).Assembly.GetTypes())
        {
            foreach (MethodBase method in type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)))
            {
                calls[method] = CalledBy(method);
            }
        }

        Dictionary<Type, HashSet<Type>> needs = calls.Keys.Where(static m => m is ConstructorInfo { IsStatic: true }).ToDictionary(static m => m.DeclaringType!, m => Needs(m, calls));
        Assert.Multiple(() =>
        {
            Assert.That(needs, Has.Count.GreaterThan(100));
            Assert.That(needs.SelectMany(static n => n.Value.Select(o => (Of: n.Key, Other: o))).Where(p => p.Of != p.Other && needs[p.Other].Contains(p.Of)), Is.Empty);
        });
    }

    // The types whose static constructors run when this one does.
    private static HashSet<Type> Needs(MethodBase constructor, Dictionary<MethodBase, HashSet<MethodBase>> calls)
    {
        HashSet<MethodBase> seen = [];
        Stack<MethodBase> open = new([constructor]);
        while (open.TryPop(out MethodBase? method))
        {
            foreach (MethodBase called in calls.GetValueOrDefault(method) ?? [])
            {
                if (seen.Add(called))
                {
                    open.Push(called);
                }
            }
        }

        return [.. seen.Where(static m => m is ConstructorInfo { IsStatic: true }).Select(static m => m.DeclaringType!)];
    }

    // Methods of the library that the method names, and the static constructors of types whose fields it reads.
    private static HashSet<MethodBase> CalledBy(MethodBase method)
    {
        HashSet<MethodBase> called = [];
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int i = 0; i < code.Length;)
        {
            ushort value = code[i++];
            OpCode op = Codes[value == 0xFE ? (ushort)(0xFE00 | code[i++]) : value];
            if (op.OperandType is OperandType.InlineMethod or OperandType.InlineField)
            {
                MemberInfo? member = Resolve(method, BitConverter.ToInt32(code, i));
                if (member is MethodBase target)
                {
                    called.Add(target);
                }

                if (member?.DeclaringType?.TypeInitializer is { } initializer && (member is FieldInfo { IsStatic: true } || (member is MethodBase { DeclaringType: { } owner } && (owner.Attributes & TypeAttributes.BeforeFieldInit) == 0)))
                {
                    called.Add(initializer);
                }
            }

            i += op.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, i)),
                _ => 4,
            };
        }

        return called;
    }

    // The member's definition; null for one of another assembly.
    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        Type[]? ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        Type[]? ofMethod = method.IsGenericMethodDefinition ? method.GetGenericArguments() : null;
        MemberInfo? member = Library.ResolveMember(token, ofType, ofMethod);
        return member?.Module != Library ? null : member is MethodBase or FieldInfo ? Library.ResolveMember(member.MetadataToken) : null;
    }
}
