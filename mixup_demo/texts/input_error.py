"""The one exception that says what a visitor can mend."""

from mixup_demo.texts import LANGUAGES, text

#: characters of a value that a message repeats, so that no request can make it say a novel
MOST, SHOWN = 400, 80


class InputError(ValueError):
    """Input that breaks a rule; the message names the rule, the value and the remedy.

    The sentence lives in `texts` under `key`, so that the page shows it in its own language
    and the API in English.

    Args:
        key: key of the sentence, e.g. ``"error.lambda"``.
        **values: what the sentence's placeholders stand for; another `InputError` stands for its
            own sentence.
    """

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(self.message("en"))

    def message(self, language: str) -> str:
        """Return the sentence in `language` ("en" or "ko")."""
        values = {
            name: value.message(language) if isinstance(value, InputError) else _short(value)
            for name, value in self.values.items()
        }
        return text(self.key, language, **values)

    @property
    def messages(self) -> dict[str, str]:
        """The sentence by language."""
        return {language: self.message(language) for language in LANGUAGES}


def _short(value: object) -> object:
    """Return a number as it is, and all else as text, cut where it is too long to be of help."""
    if isinstance(value, int) and value.bit_length() > MOST:
        return "…"  # Python refuses to write out numbers of thousands of digits
    if isinstance(value, int | float):
        return value
    whole = str(value)
    # half a surrogate pair, which no answer could carry
    whole = whole.encode("utf-8", "replace").decode()
    return whole if len(whole) <= MOST else f"{whole[:SHOWN]}…"
