"""Rules, one module for each family. `checks.tables` lists them."""

__all__ = ["actors", "dates", "fields", "ids", "quotes", "roles", "sources", "support"]
