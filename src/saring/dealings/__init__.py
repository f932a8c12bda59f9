"""The room `dealings`."""
