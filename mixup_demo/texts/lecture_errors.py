"""What is said of a lecture, its questions, polls and codes that break a rule."""

TEXTS: dict[str, tuple[str, str]] = {
    "error.lecture": (
        "A lecture must be 1, own, ~ with at most {limit} letters, or the address of a JSON file, but "
        "is {value}. Take the link from the lecture’s own window.",
        "강의는 1, own, ~로 시작하는 {limit}자 이하의 글자, 또는 JSON 파일의 주소여야 하는데 {value}입니다. "
        "강의 창에서 링크를 복사해 주세요.",
    ),
    "error.step": (
        "A step must be a whole number from {minimum} to {maximum}, but is {value}. Choose one of the "
        "lecture’s steps.",
        "단계는 {minimum}에서 {maximum}까지의 정수여야 하는데 {value}입니다. 강의의 단계 중에서 선택해 주세요.",
    ),
    "error.ask": (
        "A question must be the number of a step from {minimum} to {maximum}, but is {value}. Scan the "
        "lecturer’s code again.",
        "질문은 {minimum}에서 {maximum}까지의 단계 번호여야 하는데 {value}입니다. 강의자의 QR 코드를 다시 스캔해 주세요.",
    ),
    "error.choices": (
        "A question has {minimum} to {maximum} answers, but this one has {value}. Scan the lecturer’s "
        "code again.",
        "질문의 보기는 {minimum}개에서 {maximum}개여야 하는데 {value}개입니다. 강의자의 QR 코드를 다시 스캔해 주세요.",
    ),
    "error.word": (
        "An answer’s word must have {limit} small letters, but is {value}. Choose the answer again.",
        "답의 단어는 소문자 {limit}자여야 하는데 {value}입니다. 보기를 다시 선택해 주세요.",
    ),
    "error.poll": (
        "A poll’s name must have {limit} small letters, but is {value}. Scan the lecturer’s code again.",
        "투표의 이름은 소문자 {limit}자여야 하는데 {value}입니다. 강의자의 QR 코드를 다시 스캔해 주세요.",
    ),
    "error.poll.request": (
        "A request of a poll must be a small JSON object, but this one is not. Load the page again.",
        "투표 요청은 작은 JSON 객체여야 하는데 그렇지 않습니다. 페이지를 다시 불러와 주세요.",
    ),
    "error.poll.polls": (
        "The server holds at most {limit} open polls, and so many are open that have votes or are less "
        "than {fresh} minutes old. Close one, or try again later: each ends after {minutes} minutes.",
        "서버는 투표를 {limit}개까지 열어 두는데, 표가 있거나 연 지 {fresh}분이 지나지 않은 투표가 지금 그만큼 있습니다. 하나를 닫거나 "
        "나중에 다시 시도해 주세요. 투표는 {minutes}분이 지나면 사라집니다.",
    ),
    "error.poll.address": (
        "One network may have {limit} polls open that have votes or are less than {fresh} minutes old, "
        "and so many are. Close one, or try again later: each ends after {minutes} minutes.",
        "표가 있거나 연 지 {fresh}분이 지나지 않은 투표는 한 네트워크에서 {limit}개까지 열어 둘 수 있는데 지금 그만큼 있습니다. 하나를 "
        "닫거나 나중에 다시 시도해 주세요. 투표는 {minutes}분이 지나면 사라집니다.",
    ),
    "error.poll.own": (
        "You may have {limit} polls open that have votes or are less than {fresh} minutes old, and so "
        "many are. Close one, or try again later: each ends after {minutes} minutes.",
        "표가 있거나 연 지 {fresh}분이 지나지 않은 투표는 한 사람이 {limit}개까지 열어 둘 수 있는데 지금 그만큼 있습니다. 하나를 닫거나 "
        "나중에 다시 시도해 주세요. 투표는 {minutes}분이 지나면 사라집니다.",
    ),
    "error.poll.choices": (
        "A poll has {minimum} to {maximum} answers, but this one has {value}. Choose a number in that "
        "range.",
        "투표의 보기는 {minimum}개에서 {maximum}개여야 하는데 {value}개입니다. 이 범위의 수를 선택해 주세요.",
    ),
    "error.poll.gone": (
        "The poll must be open, but {value} is not. Scan the lecturer’s code again.",
        "투표가 열려 있어야 하는데 다음 투표는 닫혀 있습니다: {value}. 강의자의 QR 코드를 다시 스캔해 주세요.",
    ),
    "error.poll.voter": (
        "A vote must name its voter by 8 to 32 letters, but names {value}. Load the page again.",
        "투표에는 8자에서 32자의 식별자가 있어야 하는데 {value}입니다. 페이지를 다시 불러와 주세요.",
    ),
    "error.poll.answer": (
        "An answer must be a whole number from 0 to {last}, but is {value}. Choose one of the answers.",
        "답은 0에서 {last}까지의 정수여야 하는데 {value}입니다. 보기 중에서 선택해 주세요.",
    ),
    "error.poll.votes": (
        "A poll takes the answers of at most {limit} voters, and it has so many. Tell the lecturer your "
        "word instead.",
        "투표 하나에는 {limit}명까지 답할 수 있으며 이미 다 찼습니다. 대신 단어를 강의자에게 알려 주세요.",
    ),
    "error.qr": (
        "A QR code holds an address of http or https of at most {limit} bytes, but was asked for "
        "{value}. Shorten the address.",
        "QR 코드에는 http 또는 https 주소를 {limit}바이트까지 담는데 {value} 요청이 왔습니다. 주소를 줄여 주세요.",
    ),
}
