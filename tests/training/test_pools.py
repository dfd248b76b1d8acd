"""Articles of the sets that may be annotated."""

import json

from training.pools import read_timeml

TIMEML = (
    '<?xml version="1.0" ?><TimeML><DOCID>x</DOCID><DCT><TIMEX3 value="1998-08-07T10:00">8/7</TIMEX3></DCT><TITLE>Two\n towns </TITLE>'
    "<TEXT>\n\nARIS (AP) _\n\nShells <EVENT>hit</EVENT> Aris\n <TIMEX3>Friday</TIMEX3>, ``the worst'' day.\n\n</TEXT></TimeML>"
)


def test_a_text_in_timeml_loses_its_marks_and_keeps_its_paragraphs(tmp_path):
    (tmp_path / "times").mkdir()
    (tmp_path / "times" / "aquaint.jsonl").write_text(json.dumps({"id": "X1.tml", "timeml": TIMEML}) + "\n")
    (article,) = read_timeml(tmp_path, "aquaint")
    assert article["article_id"] == "aquaint-X1"
    assert (article["published"], article["title"]) == ("1998-08-07", "Two towns")
    assert article["text"] == "ARIS (AP) _\n\nShells hit Aris Friday, “the worst” day."
