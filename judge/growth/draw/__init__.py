"""The growth of one family, drawn: as an SVG, as text for a terminal, as a table for those who cannot see it."""

from judge.growth.draw.plot import counts_svg, growth_svg
from judge.growth.draw.scale import by_counts
from judge.growth.draw.table import counts_table, growth_table
from judge.growth.draw.textplot import counts_text, growth_text

__all__ = ["by_counts", "counts_svg", "counts_table", "counts_text", "growth_svg", "growth_table", "growth_text"]
