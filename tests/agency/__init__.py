"""Services of others at the counter."""
