"""Training what tells whether suicide, self-injury or starving is spoken of at all."""
