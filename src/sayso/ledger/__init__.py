"""Claims to events: which claims tell of one happening, and which accounts agree or contradict."""
