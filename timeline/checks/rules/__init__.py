"""Rules, one module for each family. `checks.tables` lists them."""
