"""Start the mixup explorer: ``python app.py``, then open http://127.0.0.1:7860."""

import os
import sys

# Gradio reads both when it is imported: no request leaves the visitor's or the server's machine
os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")

from mixup_demo.models.zoo import WeightsError
from mixup_demo.page.app import Page

if __name__ == "__main__":
    try:
        page = Page()
    except WeightsError as error:
        sys.exit(f"error: {error}")
    page.launch()
