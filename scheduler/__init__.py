"""A handful of fixed ticks. Each is a use case; nothing is ever scheduled for one person."""
