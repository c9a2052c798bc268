"""The rules, one family per module; `checks.tables` lists them."""
