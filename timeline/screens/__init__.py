"""What people see: lines of styled text, drawn with rich.

Nothing is imported here, because a command draws one screen and needs only that module.
"""

__all__ = ["actors", "check", "expressions", "layout", "search", "show", "source", "sources", "table", "why"]
