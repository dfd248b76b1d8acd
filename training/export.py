"""The trained network as one int8 ONNX file."""

import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from sayso.reading.heads import BETWEEN, HINTS, OUTPUTS
from training.network import Reader


class _Rows(torch.nn.Module):
    def __init__(self, network: Reader) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, shapes: torch.Tensor, hints: torch.Tensor) -> tuple[torch.Tensor, ...]:
        answers = self.network(ids, mask, shapes, hints)
        return tuple(answers[name] for name in OUTPUTS)


def export(network: Reader, out: Path, *, int8: bool = True) -> None:
    """Write the network as ONNX with dynamic sizes; matrix weights and the embedding table in int8."""
    network.eval()
    size = (2, 16)
    inputs = (
        torch.zeros(size, dtype=torch.long),
        torch.ones(size, dtype=torch.long),
        torch.zeros(size, dtype=torch.long),
        torch.zeros(*size, len(HINTS)),
    )
    names = ["ids", "mask", "shapes", "hints"]
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
