"""Rules that had another name: the old ones are still accepted wherever a rule is named."""

RENAMED = {
    "unknown-see": "unknown-reference",
    "quote-does-not-say": "quote-lacks-support",
    "needless-accept": "unused-accept",
    "wrong-shape": "wrong-type",
    "source-unhashed": "missing-sha256",
    "shared-name": "duplicate-name",
}


def current(rule: str) -> str:
    """The name that a rule has now."""
    return RENAMED.get(rule, rule)


def hint(rule: str) -> str:
    """What a rule is called now; empty where its name is the current one."""
    return f"{rule} is now called {RENAMED[rule]}" if rule in RENAMED else ""
