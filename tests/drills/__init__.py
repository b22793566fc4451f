"""Drills: the real server, killed while it works. Its shop and its clients also serve the benchmarks."""
