"""Characters that XML cannot hold, which every reader shows as U+FFFD."""

from __future__ import annotations

import re

#: Those of XML 1.0 are told at https://www.w3.org/TR/xml/#charsets.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
