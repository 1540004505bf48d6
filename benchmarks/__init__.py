"""What things cost, beside how they are commonly built. See README.md."""
