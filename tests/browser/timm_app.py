"""The page with networks of timm beside the bundled ones: ``python -m tests.browser.timm_app``."""

from pathlib import Path

from gradio.utils import get_upload_folder

from mixup_demo.page.app import Page
from mixup_demo.serving.services import Services
from tests.models.timm_kit import timm_zoo

if __name__ == "__main__":
    Page(Services(timm_zoo(), uploads=Path(get_upload_folder()))).launch()
