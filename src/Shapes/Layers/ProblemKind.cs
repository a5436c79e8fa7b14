namespace ShapeGen.Layers;

/// <summary>What can be wrong with a network. Each kind is one diagnostic; the comment lists the words of its message.</summary>
internal enum ProblemKind
{
    /// <summary>0 class.</summary>
    NotPartial,

    /// <summary>0 class.</summary>
    NoInput,

    /// <summary>0 class.</summary>
    LayersOnTwoDeclarations,

    /// <summary>0 class, 1 what it is and why that cannot be a network.</summary>
    UnsupportedType,

    /// <summary>0 class, 1 base class.</summary>
    WrongBase,

    /// <summary>0 class, 1 member.</summary>
    MemberConflict,

    /// <summary>0 what is wrong with the inputs.</summary>
    BadInput,

    /// <summary>0 name, 1 what is wrong with it.</summary>
    BadName,

    /// <summary>0 class.</summary>
    NoLayers,

    /// <summary>0 parameter, 1 layer, 2 "must be at least 1, but is 0".</summary>
    BadArgument,

    /// <summary>0 layer, 1 what it takes, 2 source, 3 shape.</summary>
    WrongRank,

    /// <summary>0 layer, 1 window, 2 source, 3 image, 4 cause.</summary>
    NothingLeft,

    /// <summary>0 layer, 1 declared, 2 source, 3 actual, 4 cause.</summary>
    FeaturesDiffer,

    /// <summary>0 layer, 1 declared, 2 source, 3 actual, 4 cause.</summary>
    ChannelsDiffer,

    /// <summary>0 layer, 1 values asked for, 2 source, 3 values there, 4 cause.</summary>
    ElementCountDiffers,

    /// <summary>0 layer as written, 1 what happens to the batch, 2 cause.</summary>
    BatchNotKept,

    /// <summary>0 "Groups = 3", 1 layer, 2 "64 input channels".</summary>
    DoesNotDivide,

    /// <summary>0 layer, 1 source, 2 shape, 3 last dimension.</summary>
    MissingFlatten,

    /// <summary>0 layer, 1 what it needs too many of.</summary>
    TooLarge,

    /// <summary>0 layer as written, 1 what it does to the batch.</summary>
    ActsOnBatch,

    /// <summary>0 class.</summary>
    NoTorchSharp,

    /// <summary>0 constant.</summary>
    GeneratedConstant,

    /// <summary>0 class.</summary>
    ConstructorDoesNotChain,

    /// <summary>0 class.</summary>
    NoNetwork,

    /// <summary>0 layer, 1 what it takes, 2 source, 3 what that is, 4 cause.</summary>
    WrongType,

    /// <summary>0 layer as written, 1 why.</summary>
    NoEffect,

    /// <summary>0 layer, 1 what it takes, 2 source, 3 shape, 4 the other tensor, 5 its shape, 6 more about the difference.</summary>
    OperandsDiffer,

    /// <summary>0 layer, 1 what it takes for what, 2 source, 3 shape, 4 what should stand there.</summary>
    AxisMistaken,

    /// <summary>0 block, 1 what it contains: "itself", "Other, which contains Block".</summary>
    BlockContainsItself,

    /// <summary>0 type, 1 why it is none.</summary>
    NoBlock,

    /// <summary>0 argument, 1 block, 2 what is wrong with it.</summary>
    BadBlockArgument,

    /// <summary>0 method, 1 what is wrong with it.</summary>
    BadStage,
}
