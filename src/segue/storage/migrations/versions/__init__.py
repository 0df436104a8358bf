"""One script a revision, oldest first by name; a script that was released is never changed."""
