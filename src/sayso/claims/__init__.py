"""Mentions to claims: happenings, speakers, certainty, and the assembly of their slots."""
