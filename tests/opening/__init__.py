"""Saldo awal: how balances are brought into the books."""
