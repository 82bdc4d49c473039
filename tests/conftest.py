"""Settings for every test: hypothesis without deadlines, and the same examples on every run of CI."""

import os

from hypothesis import settings

# a loaded machine is slow, not wrong
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")
