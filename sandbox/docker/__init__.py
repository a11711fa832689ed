"""The docker backend: the native sandbox inside containers, one container for each owner of programs.

judge side:     backend -> pool -> container -> channel -> engine (and image, confinement, judges)
container side: supervisor, with codec and framing shared
"""
