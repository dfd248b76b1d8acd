"""An output file is there whole or not at all."""

import os
from pathlib import Path

import pytest

from sayso.cli.whole_files import OutputError, open_output


def test_a_file_appears_when_all_of_it_is_written(tmp_path):
    with open_output(tmp_path / "out.txt") as stream:
        stream.write(b"half")
        assert not (tmp_path / "out.txt").exists()
        stream.write(b" and half")
    assert (tmp_path / "out.txt").read_bytes() == b"half and half"
    assert os.listdir(tmp_path) == ["out.txt"]


def write_half(stream, failure):
    stream.write(b"new")
    raise failure


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt])
def test_what_fails_half_way_leaves_the_old_file_and_nothing_else(tmp_path, failure):
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    with pytest.raises(failure), open_output(path) as stream:
        write_half(stream, failure)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["out.txt"]


def test_a_link_keeps_pointing_to_the_file(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there" / "file")
    with open_output(tmp_path / "link") as stream:
        stream.write(b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there" / "file").read_bytes() == b"new"


def test_a_device_takes_what_comes():
    with open_output(Path(os.devnull)) as stream:
        stream.write(b"gone")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("out", [None, Path("-")])
def test_standard_output(capsysbinary, out):
    with open_output(out) as stream:
        stream.write(b"shown\n")
    assert capsysbinary.readouterr().out == b"shown\n"


def test_a_folder_or_a_missing_folder_is_told(tmp_path):
    with pytest.raises(OutputError, match="is a folder; name a file in it"), open_output(tmp_path):
        pass
    with pytest.raises(OutputError, match=r"cannot be written .*make its folder"), open_output(tmp_path / "no" / "file"):
        pass
