namespace ShapeGen.Roslyn.Diagnostics;

/// <summary>The ids of attribute networks: 1 to 9 are about the declaration, from 10 on about sizes.</summary>
internal static class DiagnosticIds
{
    public const string NotPartial = "SHG0001";
    public const string NoInput = "SHG0002";
    public const string LayersOnTwoDeclarations = "SHG0003";
    public const string UnsupportedType = "SHG0004";
    public const string WrongBase = "SHG0005";
    public const string MemberConflict = "SHG0006";
    public const string BadInput = "SHG0007";
    public const string BadName = "SHG0008";
    public const string NoLayers = "SHG0009";
    public const string BadArgument = "SHG0010";
    public const string WrongRank = "SHG0011";
    public const string NothingLeft = "SHG0012";
    public const string FeaturesDiffer = "SHG0013";
    public const string ChannelsDiffer = "SHG0014";
    public const string ElementCountDiffers = "SHG0015";
    public const string BatchNotKept = "SHG0016";
    public const string DoesNotDivide = "SHG0017";
    public const string MissingFlatten = "SHG0018";
    public const string TooLarge = "SHG0019";
    public const string ActsOnBatch = "SHG0020";
    public const string NoTorchSharp = "SHG0021";
    public const string GeneratedConstant = "SHG0022";
    public const string ConstructorDoesNotChain = "SHG0023";
    public const string NoNetwork = "SHG0024";
    public const string WrongType = "SHG0025";
    public const string NoEffect = "SHG0026";
    public const string OperandsDiffer = "SHG0027";
    public const string AxisMistaken = "SHG0028";
    public const string BlockContainsItself = "SHG0029";
    public const string NoBlock = "SHG0030";
    public const string BadBlockArgument = "SHG0031";
    public const string BadStage = "SHG0032";
    public const string ContractBroken = "SHG1001";
    public const string OperationFails = "SHG1002";
    public const string SamplesMixed = "SHG1003";
    public const string FailsForBatch = "SHG1004";
    public const string CommentContradicts = "SHG1005";
    public const string UnreadableShape = "SHG1006";
    public const string FailsOnOnePath = "SHG1007";
    public const string ModulesNotRegistered = "SHG2001";
    public const string ModulesInCollection = "SHG2002";
    public const string NeverInitialized = "SHG2003";
    public const string AlwaysFails = "SHG2004";
    public const string WrongResult = "SHG2005";
    public const string UsedAfterDispose = "SHG2006";
    public const string GradientRefused = "SHG2007";
}
