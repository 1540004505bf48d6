"""The Bot API's methods, one function each, found by their lower-case name."""
