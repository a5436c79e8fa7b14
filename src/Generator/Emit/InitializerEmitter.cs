using ShapeGen.Roslyn.Writing;

namespace ShapeGen.Generator.Emit;

/// <summary>Writes the initializer that lets TorchSharp's native library load where it would not, before the first line of the app.</summary>
internal static class InitializerEmitter
{
    public static string Emit()
    {
        var writer = new CodeWriter();
        FileHeader.Write(writer);
        using (writer.Open("namespace ShapeGen.Generated"))
        {
            writer.Lines("/// <summary>Runs when the assembly is loaded.</summary>");
            writer.Lines(FileHeader.GeneratedCode);
            using (writer.Open("internal static class TorchBackendInitializer"))
            {
                writer.Lines("/// <summary>Stands by for the case that TorchSharp's native library does not load.</summary>");
                writer.Lines("[global::System.Runtime.CompilerServices.ModuleInitializer]");
                writer.Lines("internal static void Initialize() => global::ShapeGen.TorchBackend.Register();");
            }
        }

        return writer.ToString();
    }
}
