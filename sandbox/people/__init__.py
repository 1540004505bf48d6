"""The people's side: JSON over `/sandbox/…`, for the page, for tests and for anyone's script."""
