"""The room `findings`."""
