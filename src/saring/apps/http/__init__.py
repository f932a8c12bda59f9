"""The HTTP door: `application.application` builds the whole server; the desks beside it serve every door."""
