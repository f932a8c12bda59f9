"""The door for assistants (MCP): tools and resources over the same desk, limits and keys as the HTTP door."""
