"""What a curious neighbour with curl may not do."""
