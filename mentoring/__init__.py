"""The programme "Учитель – Учитель" itself: rules and use cases, without input or output frameworks."""
