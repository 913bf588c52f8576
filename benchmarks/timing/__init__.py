"""How long whole processes take, and how much memory: what `benchmarks/speed.py` is made of."""
