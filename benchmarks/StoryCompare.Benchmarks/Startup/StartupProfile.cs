using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace StoryCompare.Benchmarks.Startup;

/// <summary>Writes methods as a profile (.mibc) that the compiler of ReadyToRun images reads: an assembly whose code names them.</summary>
/// <remarks>
/// The method <c>AssemblyDictionary</c> holds pairs of a group's name (the assemblies it belongs to) and a method; that method holds one token for each
/// method of the group (dotnet/runtime, MIbcProfileParser).
/// </remarks>
internal sealed class StartupProfile
{
    private readonly MetadataBuilder _metadata = new();
    private readonly Dictionary<string, AssemblyReferenceHandle> _assemblies = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, EntityHandle> _types = [];

    public static byte[] Write(IReadOnlyList<MethodBase> methods) => new StartupProfile().Build(methods);

    private byte[] Build(IReadOnlyList<MethodBase> methods)
    {
        _metadata.AddModule(0, _metadata.GetOrAddString("startup.dll"), _metadata.GetOrAddGuid(new Guid("6f1d3f0c-7a1e-4a57-9d0b-2f7c1b1f6a10")), default, default);
        _metadata.AddAssembly(_metadata.GetOrAddString("startup"), new Version(1, 0, 0, 0), default, default, default, AssemblyHashAlgorithm.None);
        _metadata.AddTypeDefinition(default, default, _metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));

        BlobBuilder code = new();
        MethodBodyStreamEncoder bodies = new(code);
        IGrouping<string, MethodBase>[] groups = [.. methods.GroupBy(Home, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal)];

        InstructionEncoder dictionary = new(new BlobBuilder());
        for (int g = 0; g < groups.Length; g++)
        {
            dictionary.LoadString(_metadata.GetOrAddUserString(groups[g].Key + ";"));
            dictionary.OpCode(ILOpCode.Ldtoken);
            dictionary.Token(MetadataTokens.MethodDefinitionHandle(g + 2));
            dictionary.OpCode(ILOpCode.Pop);
        }

        dictionary.OpCode(ILOpCode.Ret);
        AddMethod("AssemblyDictionary", bodies.AddMethodBody(dictionary));
        foreach (IGrouping<string, MethodBase> group in groups)
        {
            InstructionEncoder list = new(new BlobBuilder());
            foreach (EntityHandle token in group.Select(TryToken).OfType<EntityHandle>().Distinct())
            {
                list.OpCode(ILOpCode.Ldtoken);
                list.Token(token);
                list.OpCode(ILOpCode.Pop);
            }

            list.OpCode(ILOpCode.Ret);
            AddMethod(group.Key, bodies.AddMethodBody(list));
        }

        BlobBuilder image = new();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(_metadata), code, deterministicIdProvider: static _ => new BlobContentId(Guid.Empty, 0x01000000)).Serialize(image);
        return image.ToArray();
    }

    private void AddMethod(string name, int body)
    {
        BlobBuilder signature = new();
        new BlobEncoder(signature).MethodSignature().Parameters(0, static r => r.Void(), static _ => { });
        _metadata.AddMethodDefinition(MethodAttributes.Public | MethodAttributes.Static, MethodImplAttributes.IL, _metadata.GetOrAddString(name), _metadata.GetOrAddBlob(signature), body, default);
    }

    // The assembly that has to carry the code: the one of the tool's assemblies that brought in a type, the library for those of the runtime alone.
    private static string Home(MethodBase method)
    {
        string[] own = ["StoryCompare.Cli", "StoryCompare.Ingest", "StoryCompare", "System.CommandLine"];
        HashSet<string> used = [.. Mentioned(method).Select(static t => t.Assembly.GetName().Name!)];
        return own.FirstOrDefault(used.Contains) ?? "StoryCompare";
    }

    private static IEnumerable<Type> Mentioned(MethodBase method) =>
        (method.IsGenericMethod ? method.GetGenericArguments() : []).Append(method.DeclaringType!).SelectMany(Parts);

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];

    private EntityHandle? TryToken(MethodBase method)
    {
        try
        {
            return Token(method);
        }
        catch (NotSupportedException)
        {
            return null; // A signature with a pointer to a function.
        }
    }

    private EntityHandle Token(MethodBase method)
    {
        Type owner = method.DeclaringType!;
        MethodBase definition = method.Module.ResolveMethod(method.MetadataToken)!;
        BlobBuilder blob = new();
        MethodSignatureEncoder signature = new BlobEncoder(blob).MethodSignature(
            genericParameterCount: definition.IsGenericMethodDefinition ? definition.GetGenericArguments().Length : 0, isInstanceMethod: !definition.IsStatic);
        ParameterInfo[] parameters = definition.GetParameters();
        signature.Parameters(parameters.Length, out ReturnTypeEncoder returned, out ParametersEncoder encoder);
        if (definition is MethodInfo { ReturnParameter: { } result } && result.ParameterType != typeof(void))
        {
            Modifiers(returned.CustomModifiers(), result);
            Encode(returned.Type(result.ParameterType.IsByRef), result.ParameterType);
        }
        else
        {
            returned.Void();
        }

        foreach (ParameterInfo parameter in parameters)
        {
            ParameterTypeEncoder one = encoder.AddParameter();
            Modifiers(one.CustomModifiers(), parameter);
            Encode(one.Type(parameter.ParameterType.IsByRef), parameter.ParameterType);
        }

        EntityHandle member = _metadata.AddMemberReference(TypeToken(owner), _metadata.GetOrAddString(definition.Name), _metadata.GetOrAddBlob(blob));
        if (!method.IsGenericMethod)
        {
            return member;
        }

        BlobBuilder arguments = new();
        Type[] types = method.GetGenericArguments();
        GenericTypeArgumentsEncoder list = new BlobEncoder(arguments).MethodSpecificationSignature(types.Length);
        foreach (Type type in types)
        {
            Encode(list.AddArgument(), type);
        }

        return _metadata.AddMethodSpecification(member, _metadata.GetOrAddBlob(arguments));
    }

    private void Modifiers(CustomModifiersEncoder encoder, ParameterInfo parameter)
    {
        foreach (Type modifier in parameter.GetRequiredCustomModifiers())
        {
            encoder = encoder.AddModifier(TypeToken(modifier), isOptional: false);
        }
    }

    private void Encode(SignatureTypeEncoder encoder, Type type)
    {
        if (type.IsByRef)
        {
            type = type.GetElementType()!;
        }

        if (type.IsFunctionPointer)
        {
            throw new NotSupportedException(type.ToString());
        }

        if (type.IsPointer && type.GetElementType() == typeof(void))
        {
            encoder.VoidPointer();
        }
        else if (type.IsPointer)
        {
            Encode(encoder.Pointer(), type.GetElementType()!);
        }
        else if (type.IsSZArray)
        {
            Encode(encoder.SZArray(), type.GetElementType()!);
        }
        else if (type.IsArray)
        {
            throw new NotSupportedException(type.ToString());
        }
        else if (type.IsGenericMethodParameter)
        {
            encoder.GenericMethodTypeParameter(type.GenericParameterPosition);
        }
        else if (type.IsGenericTypeParameter)
        {
            encoder.GenericTypeParameter(type.GenericParameterPosition);
        }
        else if (type.IsGenericType)
        {
            Type[] arguments = type.GetGenericArguments();
            GenericTypeArgumentsEncoder list = encoder.GenericInstantiation(TypeToken(type.GetGenericTypeDefinition()), arguments.Length, type.IsValueType);
            foreach (Type argument in arguments)
            {
                Encode(list.AddArgument(), argument);
            }
        }
        else if (type.IsPrimitive || type == typeof(string) || type == typeof(object))
        {
            encoder.PrimitiveType(Primitive(type));
        }
        else
        {
            encoder.Type(TypeToken(type), type.IsValueType);
        }
    }

    private static PrimitiveTypeCode Primitive(Type type) =>
        type == typeof(nint) ? PrimitiveTypeCode.IntPtr
        : type == typeof(nuint) ? PrimitiveTypeCode.UIntPtr
        : Enum.Parse<PrimitiveTypeCode>(type.Name);

    // A definition by name, an instance by its signature.
    private EntityHandle TypeToken(Type type)
    {
        if (_types.TryGetValue(type, out EntityHandle known))
        {
            return known;
        }

        EntityHandle handle;
        if (type.IsConstructedGenericType || type.HasElementType || type.IsPrimitive)
        {
            BlobBuilder blob = new();
            Encode(new BlobEncoder(blob).TypeSpecificationSignature(), type);
            handle = _metadata.AddTypeSpecification(_metadata.GetOrAddBlob(blob));
        }
        else
        {
            EntityHandle scope = type.DeclaringType is { } outer ? TypeToken(outer) : Assembly(type.Assembly.GetName());
            handle = _metadata.AddTypeReference(scope, type.IsNested ? default : _metadata.GetOrAddString(type.Namespace ?? ""), _metadata.GetOrAddString(type.Name));
        }

        _types.Add(type, handle);
        return handle;
    }

    private AssemblyReferenceHandle Assembly(AssemblyName name)
    {
        if (!_assemblies.TryGetValue(name.Name!, out AssemblyReferenceHandle handle))
        {
            byte[] key = name.GetPublicKeyToken() ?? [];
            handle = _metadata.AddAssemblyReference(_metadata.GetOrAddString(name.Name!), name.Version ?? new Version(0, 0), default, key.Length == 0 ? default : _metadata.GetOrAddBlob(ImmutableArray.Create(key)), default, default);
            _assemblies.Add(name.Name!, handle);
        }

        return handle;
    }
}
