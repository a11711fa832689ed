def n_per_arm(p0: float, mde: float, alpha: float, power: float, variants: int) -> int:
    """Users that each arm needs to find an absolute effect mde on the control rate p0; the variants share alpha."""
    raise NotImplementedError
