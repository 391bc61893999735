"""The calls of a pywa user, by subject. Each module adds its steps when it is imported."""

import messages  # noqa: F401
import templates  # noqa: F401
import account  # noqa: F401  (last: it deregisters the phone number)
from steps import run_all

run_all()
