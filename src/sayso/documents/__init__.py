"""Bytes to articles: pages, texts, JSON Lines, folders, addresses."""

from sayso.documents.composition import Origin
from sayso.documents.fetch import Fetch, Fetched, WebFetch
from sayso.documents.inputs import read_documents
from sayso.documents.jsonl import read_jsonl
from sayso.documents.options import DocumentOptions
from sayso.documents.page import read_page
from sayso.documents.text import read_text

__all__ = ["DocumentOptions", "Fetch", "Fetched", "Origin", "WebFetch", "read_documents", "read_jsonl", "read_page", "read_text"]
