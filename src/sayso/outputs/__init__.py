"""Something to read or to load: report, Markdown, exports, map, all through protection."""
