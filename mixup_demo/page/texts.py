"""The frame of the page: bar, pictures, examples, messages."""

TEXTS: dict[str, tuple[str, str]] = {
    "page.title": ("mixup explorer", "mixup 탐색기"),
    "brand.explorer": ("explorer", "탐색기"),
    "brand.tagline": (
        "Two pictures, one mixing weight λ, and what two neural networks make of it",
        "두 장의 사진과 혼합 비율 λ, 그리고 두 신경망의 예측",
    ),
    "language.other": ("한국어", "English"),
    "language.switch": ("한국어로 보기 (switch to Korean)", "Switch to English (영어로 보기)"),
    "theme.switch": ("Switch between light and dark", "밝은 화면과 어두운 화면 전환"),
    "present.label": ("Present", "발표 모드"),
    "present.help": (
        "For projectors: larger type, and only what the audience needs to follow.",
        "프로젝터용 화면입니다. 글자를 키우고 꼭 필요한 것만 보여 줍니다.",
    ),
    "link.copy": ("Copy link", "링크 복사"),
    "link.copied": (
        "Link copied. It opens exactly this state.",
        "링크를 복사했습니다. 링크를 열면 지금 상태가 그대로 나타납니다.",
    ),
    "link.copied.own": (
        "Link copied. Your own pictures stay with you: the link opens these settings with "
        "example pictures.",
        "링크를 복사했습니다. 올린 사진은 담기지 않으며, 링크를 열면 같은 설정에 예시 사진이 "
        "나타납니다.",
    ),
    "link.address": (
        "This browser does not allow copying. Take the link from the address bar.",
        "이 브라우저에서는 복사할 수 없습니다. 주소창의 주소를 사용해 주세요.",
    ),
    "device.label": ("Device", "장치"),
    "device.auto": ("automatic", "자동"),
    "device.cpu": ("CPU", "CPU"),
    "device.gpu": ("GPU", "GPU"),
    "help.label": ("Explain", "설명 보기"),
    "section.pictures": ("Pictures", "사진"),
    "section.mixing": ("Mixing", "혼합"),
    "section.answers": ("Predictions of the two models", "두 모델의 예측"),
    "picture.a.label": ("Picture A", "사진 A"),
    "picture.b.label": ("Picture B", "사진 B"),
    "picture.a.class": ("Class of picture A", "사진 A의 클래스"),
    "picture.b.class": ("Class of picture B", "사진 B의 클래스"),
    "picture.a.upload": ("Upload picture A", "사진 A 올리기"),
    "picture.b.upload": ("Upload picture B", "사진 B 올리기"),
    "picture.upload": ("Upload", "올리기"),
    "picture.camera": ("Camera", "카메라"),
    "picture.own": ("your own picture", "직접 올린 사진"),
    "picture.camera.problem": (
        "The camera cannot be used. Allow it in the browser, or upload a photo instead.",
        "카메라를 사용할 수 없습니다. 브라우저에서 허용하거나 사진을 올려 주세요.",
    ),
    "camera.take": ("Take picture", "촬영"),
    "camera.close": ("Close", "닫기"),
    "examples.title": ("Examples", "예시"),
    "examples.hint": (
        "Or drop, paste or photograph your own. The models always predict one of the listed "
        "classes, and see the middle of a picture, scaled down.",
        "직접 고른 사진을 끌어다 놓거나 붙여 넣거나 촬영해도 됩니다. 모델은 언제나 목록의 클래스 "
        "중 하나로 예측하며, 사진의 가운데 부분을 줄여서 입력합니다.",
    ),
    "problem.server": (
        "The server did not respond. Your settings are kept; try again in a moment.",
        "서버가 응답하지 않았습니다. 설정은 그대로이니 잠시 뒤 다시 시도해 주세요.",
    ),
    "problem.upload": (
        "The upload failed, so the previous picture stays. Try again, or choose another file.",
        "사진을 올리지 못해 이전 사진을 유지합니다. 다시 시도하거나 다른 파일을 선택해 주세요.",
    ),
    "class.unknown": (
        "The models do not know the class “{value}”. Choose one of the names offered as you type.",
        "모델이 모르는 클래스입니다: ‘{value}’. 입력할 때 나타나는 이름 중에서 선택해 주세요.",
    ),
    "model.card.plain": ("{name}: {millions} M parameters", "{name}: 파라미터 {millions}백만 개"),
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
