"""The rule tables (YAML): read by `sensecli.coding.rulebook`."""
