"""How the model is made; never imported by the package."""
