"""The Learn view: the idea of mixup in short chapters, each one click from its experiment."""

from pathlib import Path

from mixup_demo.serving.view import View
from mixup_demo.views.learn.payload import files
from mixup_demo.views.learn.settings import CONTROLS
from mixup_demo.views.learn.texts import TEXTS

VIEW = View("learn", Path(__file__).parent, CONTROLS, texts=TEXTS, files=files, apart=True)
