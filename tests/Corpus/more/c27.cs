using System;
using System.Collections.Generic;
using System.Linq;
using ShapeGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace T_c27;

// index out of sequence, last step of target; language model shift
public static class Case
{
    public static Tensor Run()
    {
        var emb = Embedding(50, 16);
        var head = Linear(16, 50);
        var ids = zeros(4, 10, dtype: ScalarType.Int64);
        var inp = ids[.., ..^1];
        var tgt = ids;
        var logits = head.call(emb.call(inp));
        return functional.cross_entropy(logits.view(-1, 50), tgt.reshape(-1)); // BUG
    }
}
