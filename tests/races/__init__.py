"""Races: real threads at the same thing at the same moment, on both engines."""
