"""English words, the same dates and numbers: a day must not change with the language."""
