"""The frame of the page: bar, pictures, examples, messages."""

TEXTS: dict[str, tuple[str, str]] = {
    "page.title": ("mixup explorer", "mixup 탐색기"),
    "brand.explorer": ("explorer", "탐색기"),
    "share.page": (
        "Two pictures, one mixing weight λ, and what two neural networks make of it",
        "두 장의 사진과 혼합 비율 λ, 그리고 두 신경망의 예측",
    ),
    "share.mix": (
        "Drag λ from one picture to the other and watch what two neural networks answer: one trained "
        "the usual way, one trained with mixup.",
        "λ를 한 사진에서 다른 사진으로 움직이며 두 신경망의 예측을 비교해 보세요. 하나는 일반적인 방법으로, 하나는 mixup으로 학습한 모델입니다.",
    ),
    "share.boundary": (
        "A plane through three pictures, coloured by what each network answers: see where decisions "
        "change, with mixup and without.",
        "세 장의 사진을 지나는 평면을 두 신경망의 예측으로 칠했습니다. mixup이 결정 경계를 어떻게 바꾸는지 확인해 보세요.",
    ),
    "share.toy": (
        "Small networks that train before your eyes on points of a plane: with mixup, and without.",
        "평면 위의 점으로 작은 신경망이 학습하는 과정을 mixup을 쓸 때와 쓰지 않을 때로 나누어 보여 줍니다.",
    ),
    "share.evidence": (
        "What the mixup paper claims, beside what our own trained models measure: errors, calibration, "
        "attacks, corrupted labels.",
        "mixup 논문의 주장을 직접 학습한 모델의 측정 결과와 나란히 놓았습니다. 오차, 신뢰도 보정, 적대적 공격, 잘못된 레이블을 다룹니다.",
    ),
    "share.learn": (
        "The idea of mixup in fifteen short chapters: try it, guess, and see the experiment behind "
        "every claim.",
        "mixup의 원리를 짧은 장 열다섯 개에 담았습니다. 직접 해 보고, 먼저 맞혀 보고, 주장마다 실험으로 확인해 보세요.",
    ),
    "footer.label": ("About this page", "이 페이지에 대하여"),
    "lecture.open": ("Lecture", "강의"),
    "share.open": ("Share, QR code, embed", "공유, QR 코드, 삽입"),
    "footer.api": ("Use via API", "API로 사용하기"),
    "footer.gradio": ("Built with Gradio", "Gradio로 제작"),
    "language.other": ("한국어", "English"),
    "language.switch": ("한국어 (switch to Korean)", "English (영어로 보기)"),
    "theme.switch": ("Switch between light and dark", "밝은 화면과 어두운 화면 전환"),
    "present.label": ("Present", "발표 모드"),
    "present.help": (
        "For projectors: larger type, and only what the audience needs to follow.",
        "프로젝터용 화면입니다. 글자를 키우고 꼭 필요한 것만 보여 줍니다.",
    ),
    "present.term": ("Present", "발표 모드"),
    "more.label": ("More", "자세히"),
    "more.term": ("More", "자세히"),
    "more.help": (
        "Shows all numbers and settings: other models, losses, eight measures of smoothness, "
        "gradients, the seed and the device.",
        "모든 숫자와 설정을 보여 줍니다: 다른 모델, 손실, 매끄러움 지표 여덟 가지, 기울기, 시드, 장치.",
    ),
    "skip.label": ("Skip to the main control", "주요 조작으로 건너뛰기"),
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
    "link.nowhere": (
        "This browser allows neither copying nor, for the moment, a change of the address bar. "
        "Try again in a minute.",
        "이 브라우저에서는 복사할 수 없고 지금은 주소창도 바꿀 수 없습니다. 잠시 후 다시 시도해 "
        "주세요.",
    ),
    "device.label": ("Device", "장치"),
    "device.auto": ("automatic", "자동"),
    "device.cpu": ("CPU", "CPU"),
    "device.gpu": ("GPU", "GPU"),
    "help.label": ("Explain: {term}", "설명: {term}"),
    "help.label.of": ("Explain: {term} ({of})", "설명: {term} ({of})"),
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
        "직접 올린 사진({sides})이 서버에 더는 없어 예시로 바꾸었습니다. 계속하려면 다시 올려 주세요.",
    ),
    "handout.open": ("Handout to print", "인쇄용 요약"),
    "handout.scan": ("Scan to open this very state", "스캔하면 이 상태 그대로 열립니다"),
    "handout.source": (
        "mixup explorer, after Zhang et al., “mixup: Beyond Empirical Risk Minimization”, ICLR 2018",
        "mixup 탐색기. Zhang 외, “mixup: Beyond Empirical Risk Minimization”, ICLR 2018",
    ),
    "class.guessed": ("{name} (?)", "{name} (?)"),
    "class.noise": ("noise ({name})", "노이즈({name})"),
    "class.guess": ("guessed by the models: is it right?", "모델이 추정한 클래스입니다. 맞습니까?"),
    "class.agree": ("Yes", "맞음"),
    "class.agree.label": ("Yes, it is: {name}", "맞음: {name}"),
    "picture.camera.problem": (
        "The camera cannot be used. Allow it in the browser, or upload a photo instead.",
        "카메라를 사용할 수 없습니다. 브라우저에서 허용하거나 사진을 올려 주세요.",
    ),
    "camera.take": ("Take picture", "촬영"),
    "camera.close": ("Close", "닫기"),
    "examples.title": ("Examples", "예시"),
    "examples.term": ("Examples", "예시"),
    "examples.help": (
        "The page opens with the first: of these examples, its differences between the two bundled "
        "models lie nearest the median of many random pairs of test images.",
        "페이지는 첫 번째 예시로 열립니다. 두 모델의 차이가 무작위 테스트 이미지 쌍 다수의 중앙값에 가장 가까운 "
        "예시입니다.",
    ),
    "examples.hint": (
        "Or drop, paste or photograph your own. The models always predict one of the listed "
        "classes, and see the middle of a picture, scaled down.",
        "직접 고른 사진을 끌어다 놓거나 붙여 넣거나 촬영해도 됩니다. 모델은 언제나 목록의 클래스 "
        "중 하나로 예측하며, 사진의 가운데 부분을 줄여서 입력합니다.",
    ),
    "chart.missing": (
        "The chart did not load. Reload the page to try again.",
        "차트를 불러오지 못했습니다. 페이지를 새로 고쳐 주세요.",
    ),
    "problem.server": (
        "The server did not respond. Your settings are kept; try again in a moment.",
        "서버가 응답하지 않았습니다. 설정은 그대로이니 잠시 뒤 다시 시도해 주세요.",
    ),
    "problem.away": (
        "The connection to the server is lost. The page waits for it and then asks again by itself.",
        "서버와의 연결이 끊어졌습니다. 다시 연결되면 페이지가 같은 요청을 스스로 다시 보냅니다.",
    ),
    "problem.start": (
        "The server did not send this page's settings, so its controls do nothing yet. The page asks "
        "again by itself; if this stays, reload it.",
        "서버에서 설정을 받지 못해 아직 조작할 수 없습니다. 페이지가 스스로 다시 요청하며, 이 안내가 "
        "계속 보이면 새로 고쳐 주세요.",
    ),
    "queue": (
        "Many ask at once: {before} before you, about {seconds} s",
        "질문이 몰려 순서를 기다립니다: 앞에 {before}개, 약 {seconds}초",
    ),
    "queue.unknown": (
        "Many ask at once: {before} before you",
        "질문이 몰려 순서를 기다립니다: 앞에 {before}개",
    ),
    "problem.upload": (
        "The upload failed, so the previous picture stays. Try again, or choose another file.",
        "사진을 올리지 못해 이전 사진을 유지합니다. 다시 시도하거나 다른 파일을 선택해 주세요.",
    ),
    "class.english": (
        "The names of these classes are in English.",
        "이 모델의 클래스 이름은 영어로 표시합니다.",
    ),
    "examples.none": (
        "None of the example photos shows a class of these models: upload your own.",
        "이 모델의 클래스에 해당하는 예시 사진이 없습니다. 사진을 직접 올려 주세요.",
    ),
    "class.type": ("type a class", "클래스 입력"),
    "class.list": ("Classes that fit", "일치하는 클래스"),
    "class.found": ("{count} classes fit.", "일치하는 클래스: {count}개."),
    "class.found.none": ("No class fits “{value}”.", "일치하는 클래스가 없습니다: ‘{value}’."),
    "class.unknown": (
        "The models do not know the class “{value}”. Choose one of the names offered as you type.",
        "모델이 모르는 클래스입니다: ‘{value}’. 입력할 때 나타나는 이름 중에서 선택해 주세요.",
    ),
    "model.card.plain": ("{name}: {millions} M parameters", "{name}: 파라미터 {millions} M개"),
}
