"""What the worker for folders with safetensors is made of: transformers loads them, torch computes."""
