"""HTTP: the OpenAI-compatible gateway, bare ASGI on uvicorn."""
