"""Start the mixup explorer: ``python app.py``, then open http://127.0.0.1:7860.

``python app.py --pair LEFT RIGHT`` opens it with two models of one's own, see docs/models.md.
"""

import os
import sys
from pathlib import Path

from mixup_demo.models.lent import is_lent
from mixup_demo.page import gradio_first  # noqa: F401  # before all that import Gradio

if is_lent():
    import spaces  # noqa: F401  # must come before torch, see mixup_demo/serving/lending.py

from gradio.utils import get_upload_folder

from mixup_demo.models.catalogue import page_zoo
from mixup_demo.models.manifest import WeightsError
from mixup_demo.page.app import Page
from mixup_demo.page.arguments import in_words, pairs
from mixup_demo.serving.services import Services
from mixup_demo.texts.input_error import InputError

if __name__ == "__main__":
    own = pairs(sys.argv[1:], os.environ)
    try:
        zoo = page_zoo(own)
        for name in list(zoo.comparisons)[: len(own)]:
            print(in_words(zoo.comparison(name)), flush=True)
        page = Page(Services(zoo, uploads=Path(get_upload_folder())))
    except (WeightsError, InputError) as error:
        sys.exit(f"error: {error}")
    page.launch()
    sys.stdout.flush()
    os._exit(0)  # at once: nobody waits for what threads still compute
