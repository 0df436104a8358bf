"""How a text is read before anything is looked for in it: without its layout, its disguises and its signs."""
