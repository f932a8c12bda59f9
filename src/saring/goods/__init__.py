"""The room `goods`."""
