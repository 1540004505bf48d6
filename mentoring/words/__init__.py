"""Times, lengths of time and numbers in people's own words, Russian and simple English."""
