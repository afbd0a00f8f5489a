"""The frame of the page: bar, pictures, examples, messages."""

TEXTS: dict[str, tuple[str, str]] = {
    "page.title": ("mixup explorer", "mixup 탐색기"),
    "brand.explorer": ("explorer", "탐색기"),
    "brand.tagline": (
        "Two pictures, one mixing weight λ, and what two neural networks make of it",
        "두 장의 사진과 혼합 비율 λ, 그리고 두 신경망의 대답",
    ),
    "language.other": ("한국어", "English"),
    "language.switch": ("한국어로 보기 (switch to Korean)", "Switch to English (영어로 보기)"),
    "theme.switch": ("Switch between light and dark", "밝은 화면과 어두운 화면 전환"),
    "present.label": ("Present", "발표 모드"),
    "present.help": (
        "For the projector: larger type, and only what the room needs to follow.",
        "프로젝터용 화면입니다. 글자를 키우고 꼭 필요한 것만 보여 줍니다.",
    ),
    "link.copy": ("Copy link", "링크 복사"),
    "link.copied": (
        "Link copied. It opens exactly this state.",
        "링크를 복사했습니다. 지금 상태가 그대로 열립니다.",
    ),
    "link.copied.own": (
        "Link copied. Your own pictures stay with you: the link opens the same settings with "
        "example pictures.",
        "링크를 복사했습니다. 올린 사진은 링크에 담기지 않으며, 같은 설정이 예시 사진으로 열립니다.",
    ),
    "link.address": (
        "This browser does not let the page copy. The link is in the address bar.",
        "이 브라우저에서는 복사할 수 없습니다. 주소창의 주소가 그 링크입니다.",
    ),
    "device.label": ("Device", "장치"),
    "device.auto": ("automatic", "자동"),
    "device.cpu": ("CPU", "CPU"),
    "device.gpu": ("GPU", "GPU"),
    "help.label": ("Explain", "설명 보기"),
    "section.pictures": ("Pictures", "사진"),
    "section.mixing": ("Mixing", "혼합"),
    "section.answers": ("Answers of the two models", "두 모델의 대답"),
    "picture.a.label": ("Picture A", "사진 A"),
    "picture.b.label": ("Picture B", "사진 B"),
    "picture.a.class": ("Class of picture A", "사진 A의 클래스"),
    "picture.b.class": ("Class of picture B", "사진 B의 클래스"),
    "picture.a.upload": ("Upload picture A", "사진 A 올리기"),
    "picture.b.upload": ("Upload picture B", "사진 B 올리기"),
    "picture.upload": ("Upload", "올리기"),
    "picture.camera": ("Camera", "카메라"),
    "picture.own": ("your own picture", "직접 올린 사진"),
    "picture.noise": ("noise", "노이즈"),
    "picture.drawn": (
        "End of the drawn line: {a} A, {b} B, {c} C",
        "그은 선의 끝: {a} A, {b} B, {c} C",
    ),
    "picture.line.end": ("Back to A and B", "A와 B로 돌아가기"),
    "picture.gone": (
        "The server no longer has this picture. Upload it again, or choose an example.",
        "서버에 이 사진이 더는 없습니다. 다시 올리거나 예시에서 선택해 주세요.",
    ),
    "picture.lost": (
        "The server no longer has your own picture {sides}, so an example stands in for it. Upload "
        "it again to go on with it.",
        "서버에 직접 올린 사진 {sides}이(가) 더는 없어 예시로 바꾸었습니다. 계속하려면 다시 올려 주세요.",
    ),
    "class.guessed": ("{name} (?)", "{name} (?)"),
    "class.guess": ("guessed by the models: is it right?", "모델이 추정한 클래스입니다. 맞습니까?"),
    "class.agree": ("Yes", "맞음"),
    "class.agree.label": ("Yes, it is: {name}", "맞음: {name}"),
    "picture.camera.problem": (
        "The camera cannot be used. Allow it in the browser, or upload a photo instead.",
        "카메라를 쓸 수 없습니다. 브라우저에서 허용하거나 사진을 올려 주세요.",
    ),
    "camera.take": ("Take picture", "촬영"),
    "camera.close": ("Close", "닫기"),
    "examples.title": ("Examples", "예시"),
    "examples.hint": (
        "Or drop, paste or photograph two pictures of your own. The models know the classes in the "
        "lists, and name one of them for anything. The middle of a picture counts, at the size that "
        "the models see.",
        "직접 고른 사진 두 장을 끌어다 놓거나 붙여 넣거나 촬영해 보세요. 모델은 목록의 클래스만 알고, 무엇을 보여 "
        "주든 그중에서 대답합니다. 사진의 가운데 부분을 모델이 보는 크기로 줄여서 씁니다.",
    ),
    "problem.server": (
        "The server did not answer. Your settings are kept: try again in a moment.",
        "서버가 응답하지 않았습니다. 설정은 그대로이니 잠시 뒤에 다시 시도해 주세요.",
    ),
    "problem.upload": (
        "The picture did not reach the server. The old one stays: try again, or choose another "
        "file.",
        "사진이 서버에 닿지 못했습니다. 이전 사진은 그대로입니다. 다시 시도하거나 다른 파일을 골라 주세요.",
    ),
    "class.unknown": (
        "The models know no class “{value}”. Choose one of the names that are offered while you type.",
        "모델이 모르는 클래스입니다: ‘{value}’. 입력할 때 제시되는 이름에서 골라 주세요.",
    ),
    "model.card.plain": (
        "{name}: {millions} M parameters",
        "{name}: 매개변수 {millions}백만",
    ),
    "class.airplane": ("airplane", "비행기"),
    "class.automobile": ("automobile", "자동차"),
    "class.bird": ("bird", "새"),
    "class.cat": ("cat", "고양이"),
    "class.deer": ("deer", "사슴"),
    "class.dog": ("dog", "개"),
    "class.frog": ("frog", "개구리"),
    "class.horse": ("horse", "말"),
    "class.ship": ("ship", "배"),
    "class.truck": ("truck", "트럭"),
}
