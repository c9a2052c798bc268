"""A dataset on disk: where it is, its files, and its records as read."""
