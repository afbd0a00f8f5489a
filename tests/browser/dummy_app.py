"""The page with models of other classes and input sizes: ``python -m tests.browser.dummy_app``."""

from pathlib import Path

from gradio.utils import get_upload_folder

from mixup_demo.page.app import Page
from mixup_demo.serving.services import Services
from tests.models.kit import dummy_zoo

if __name__ == "__main__":
    Page(Services(dummy_zoo(), uploads=Path(get_upload_folder()))).launch()
