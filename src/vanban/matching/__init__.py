"""Which passages say the same thing: what a plan's duties cover of its content, what became of one plan in the next."""
