"""How the models of `models/` are made: `python -m skillgap.training` writes them again from `training/`."""
