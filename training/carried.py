"""The weights of a reader that ships as the start of a further training: int8 back to single precision."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.network import Reader

_PREFIX = "network."


def read_weights(path: Path) -> dict[str, Tensor]:
    """Parameters of the network by name, as the ONNX file has them; matrices are those whose products it was exported with."""
    graph = onnx.load(path).graph
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    found = {name: values for name, values in held.items() if name.startswith(_PREFIX) and values.dtype == np.float32 and values.ndim}
    for name in held:
        if name.startswith(_PREFIX) and name.endswith("_quantized"):
            found[name.removesuffix("_quantized")] = _plain(held, name.removesuffix("_quantized"))
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            found[_parameter_of(node.name)] = _plain(held, node.input[1].removesuffix("_quantized")).T
    return {name.removeprefix(_PREFIX): torch.from_numpy(np.array(values, dtype=np.float32)) for name, values in found.items()}


def _plain(held: dict[str, np.ndarray], name: str) -> np.ndarray:
    whole = held[f"{name}_quantized"].astype(np.float32) - held[f"{name}_zero_point"].astype(np.float32)
    return np.asarray(whole * held[f"{name}_scale"], dtype=np.float32)


def _parameter_of(node: str) -> str:
    """The name of the matrix of a product.

    >>> _parameter_of("/network/trigger/trigger.0/MatMul_quant"), _parameter_of("/network/encoder/layer.0/output/MatMul_quant")
    ('network.trigger.0.weight', 'network.encoder.layer.0.output.weight')
    """
    parts = node.strip("/").split("/")[:-1]
    kept = [part for part, after in zip(parts, [*parts[1:], ""], strict=True) if not after.startswith(f"{part}.")]
    return ".".join([*kept, "weight"])


_WORDS = "encoder.embeddings.word_embeddings.weight"
"""The vectors of words stay the encoder's own, which no training changes."""


def carry_over(network: Reader, told: Mapping[str, Tensor]) -> None:
    """Give a network the weights of a file (`read_weights`); raises KeyError where they are another network's."""
    network.load_state_dict({name: own if name == _WORDS else told[name] for name, own in network.state_dict().items()})


def mean_of(one: Mapping[str, Tensor], other: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Halfway between two sets of weights, of which the second began as the first.

    What lies between them reads better than either: each has learned from some articles by chance.
    """
    return {name: (one[name] + other[name]) / 2 for name in one if name in other}
