"""Quality against gold: the installed package, the shared scorers, floors that only rise."""
