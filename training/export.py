"""The trained network as one int8 ONNX file."""

import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from sayso.reading.heads import BETWEEN, HINTS, OUTPUTS
from training.network import Reader


class _Rows(torch.nn.Module):
    def __init__(self, network: Reader) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor, hints: torch.Tensor) -> tuple[torch.Tensor, ...]:
        answers = self.network(ids, torch.ones_like(ids), shapes, hints)
        return tuple(answers[name] for name in OUTPUTS)


def export(network: Reader, out: Path, *, int8: bool = True) -> None:
    """Write the network as ONNX with dynamic sizes; matrix weights and the embedding table in int8.

    Windows are read one by one and none is padded, so the graph masks nothing.
    """
    network.eval()
    size = (2, 16)
    inputs = (
        torch.zeros(size, dtype=torch.long),
        torch.zeros(size, dtype=torch.long),
        torch.zeros(*size, len(HINTS)),
    )
    names = ["ids", "shapes", "hints"]
    axes = {name: {0: "windows", 1: "pieces"} for name in [*names, *(n for n in OUTPUTS if n not in BETWEEN)]}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            _Rows(network), inputs, str(plain), input_names=names, output_names=list(OUTPUTS), dynamic_axes=axes,
            opset_version=17, dynamo=False,
        )  # fmt: skip
        if int8:
            quantize_dynamic(plain, out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=False)
        else:
            out.write_bytes(plain.read_bytes())
    heads = network.encoder.config.num_attention_heads
    onnx.save(fuse_attention(onnx.load(out), len(network.encoder.encoder.layer), heads), str(out))


def fuse_attention(model: onnx.ModelProto, layers: int, heads: int) -> onnx.ModelProto:
    """The same graph with one `MultiHeadAttention` of onnxruntime a layer: it never writes out what every piece thinks of every other."""
    graph = model.graph
    for layer in range(layers):
        inside = f"/network/encoder/encoder/layer.{layer}/attention/self/"
        at = max(i for i, node in enumerate(graph.node) if node.op_type == "Reshape" and node.output[0].startswith(inside))
        asked = [f"{inside}{name}/Add_output_0" for name in ("query", "key", "value")]
        fused = onnx.helper.make_node(
            "MultiHeadAttention", asked, graph.node[at].output, name=f"{inside}MultiHeadAttention", domain="com.microsoft", num_heads=heads
        )
        graph.node.pop(at)
        graph.node.insert(at, fused)
    _drop_unused(graph)
    model.opset_import.append(onnx.helper.make_opsetid("com.microsoft", 1))
    return model


def _drop_unused(graph: onnx.GraphProto) -> None:
    """Take out the nodes whose answers nothing asks for, and their weights."""
    wanted = {answer.name for answer in graph.output}
    for node in reversed(graph.node):
        if wanted.intersection(node.output):
            wanted.update(node.input)
        else:
            graph.node.remove(node)
    for weights in [w for w in graph.initializer if w.name not in wanted]:
        graph.initializer.remove(weights)
