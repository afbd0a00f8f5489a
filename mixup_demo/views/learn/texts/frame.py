"""What stands around the chapters, and the words of their figures."""

TEXTS: dict[str, tuple[str, str]] = {
    "view.learn": ("Learn", "배우기"),
    "learn.title": ("Beyond empirical risk", "경험적 위험 너머"),
    "learn.intro": (
        "Why mixup, what it does, and how far it carries: fifteen short chapters. Each has something "
        "to try, a question to guess at before you see the answer, and a link to the experiment that "
        "shows it.",
        "mixup을 왜 쓰고, 무엇을 하며, 어디까지 통하는지를 짧은 장 열다섯 개에 담았습니다. 장마다 직접 해 볼 것과, 답을 보기 전에 먼저 "
        "맞혀 볼 물음, 그리고 그것을 보여 주는 실험으로 가는 링크가 있습니다.",
    ),
    "learn.contents": ("Chapters", "차례"),
    "learn.progress": ("{done} of {total} questions answered", "물음 {total}개 중 {done}개에 답함"),
    "learn.kept": (
        "Your answers stay on this device.",
        "답은 이 기기에만 저장됩니다.",
    ),
    "learn.forget": ("Start over", "처음부터 다시"),
    "learn.done": ("answered", "답함"),
    "learn.chapter": ("Chapter {number}", "{number}장"),
    "learn.formula": ("Formula", "식"),
    "learn.predict": ("Guess first", "먼저 맞혀 보기"),
    "learn.show": ("Show without guessing", "맞히지 않고 보기"),
    "learn.right": ("That is it.", "맞습니다."),
    "learn.wrong": ("Not quite.", "아쉽게도 아닙니다."),
    "learn.answer": ("The answer: {answer}.", "답: {answer}."),
    "learn.numbers": ("The numbers", "수치로 보면"),
    "learn.doors": ("See it happen", "실험으로 보기"),
    "learn.more": ("Read more", "더 읽기"),
    "learn.chart.table": ("The numbers of this chart", "이 차트의 수치"),
    "learn.chart.line": ("Series", "계열"),
    "learn.chart.row": ("Comparison", "비교"),
    "learn.glossary": ("Glossary", "용어집"),
    "learn.sheets": ("Exercises, with solutions", "연습 문제와 풀이"),
    "learn.sheets.notebook": ("as a notebook", "노트북으로"),
    "learn.sheet.idea": ("Sheet A: the idea", "연습 문제 A: 아이디어"),
    "learn.sheet.evidence": ("Sheet B: the evidence", "연습 문제 B: 근거"),
    "learn.sources": ("Sources", "참고 자료"),
    "learn.sources.chapters": ("chapters {numbers}", "{numbers}장"),
    "learn.code.plain": ("In plain PyTorch", "PyTorch만으로"),
    "learn.code.timm": ("With timm", "timm으로"),
    "learn.copy": ("Copy", "복사"),
    "learn.copied": ("Copied.", "복사했습니다."),
    "learn.missing": (
        "This part of the page could not be loaded. Reload the page to try again.",
        "내용을 불러오지 못했습니다. 페이지를 새로 고쳐 주세요.",
    ),
    "learn.risk.size": ("Number of parameters", "파라미터 수"),
    "learn.risk.fixed": ("stays the same", "고정"),
    "learn.risk.grows": ("grows with the data", "데이터와 함께 커짐"),
    "learn.risk.points": ("Points", "점의 수"),
    "learn.risk.train": ("Error on these points", "이 점들의 오차"),
    "learn.risk.true": ("Error on new points", "새 점들의 오차"),
    "learn.risk.caption": (
        "A curve of {parameters} parameters, fitted by least squares to {points} noisy points (grey: "
        "the true curve). Error on these points {train}, on new ones {true}: a gap of {gap}.",
        "파라미터 {parameters}개의 곡선을 노이즈가 있는 점 {points}개에 최소제곱으로 맞추었습니다(회색: 참값). 이 점들의 오차 "
        "{train}, 새 점들의 오차 {true}, 차이 {gap}입니다.",
    ),
    "learn.risk.again": ("New points", "점 다시 뽑기"),
    "learn.vicinity.kind": ("Vicinity", "근방"),
    "learn.vicinity.point": ("none (ERM)", "없음(ERM)"),
    "learn.vicinity.noise": ("Gaussian noise", "가우시안 노이즈"),
    "learn.vicinity.crop": ("crop and flip", "자르기와 뒤집기"),
    "learn.vicinity.mixup": ("mixup", "mixup"),
    "learn.vicinity.again": ("Draw again", "다시 뽑기"),
    "learn.vicinity.photos": ("Neighbours of one photo", "한 사진의 이웃"),
    "learn.vicinity.plane": ("Neighbours of points", "점들의 이웃"),
    "learn.vicinity.plane.crop": (
        "On points of a plane there is nothing to crop or mirror: this vicinity is made for photos "
        "alone.",
        "평면의 점은 자르거나 뒤집을 수 없습니다. 이 근방은 사진에만 쓸 수 있습니다.",
    ),
    "learn.vicinity.said": (
        "{points} training points of two classes and {drawn} neighbours; {mixed} of these have a "
        "label mixed of both classes.",
        "두 클래스의 학습 점 {points}개와 이웃 {drawn}개. 그중 {mixed}개는 두 클래스가 섞인 레이블을 가집니다.",
    ),
    "learn.mix.first": ("first example", "첫째 예제"),
    "learn.mix.second": ("second example", "둘째 예제"),
    "learn.mix.mixed": ("mixed", "섞은 예제"),
    "learn.mix.lambda": ("λ, the weight of the first", "λ, 첫째의 비중"),
    "learn.mix.label": (
        "The mixed label: {a} {share_a}, {b} {share_b}",
        "섞은 레이블: {a} {share_a}, {b} {share_b}",
    ),
    "learn.mix.draw": ("Draw λ", "λ 뽑기"),
    "learn.mix.box": ("Draw a box as in training", "학습할 때처럼 상자 뽑기"),
    "learn.mix.alpha": ("α", "α"),
    "learn.mix.density": (
        "Density of Beta(α, α) for α = {alpha}; the line marks λ = {lam}",
        "α = {alpha}일 때 Beta(α, α)의 밀도. 선의 위치: λ = {lam}",
    ),
    "learn.mix.hint": (
        "Point at a picture, the slider or a part of the formula: its counterpart lights up.",
        "그림이나 슬라이더, 식의 한 부분을 가리키면 짝이 되는 부분이 밝아집니다.",
    ),
    "learn.loss.model": ("Model", "모델"),
    "learn.loss.against": ("Loss against “{name}”", "‘{name}’에 대한 손실"),
    "learn.loss.mixed": (
        "λ times the first plus 1 − λ times the second",
        "첫째에 λ, 둘째에 1 − λ를 곱한 합",
    ),
    "learn.loss.soft": ("Loss against the soft label", "소프트 레이블에 대한 손실"),
    "learn.loss.caption": (
        "A real prediction: the opening pair of the Mix view, at this λ. The last two lines agree at "
        "every λ.",
        "실제 예측입니다. ‘혼합’ 화면이 처음 보여 주는 두 사진을 이 λ로 섞었습니다. 마지막 두 줄은 모든 λ에서 같습니다.",
    ),
    "learn.path.said": ("{model}: {name}, {share}", "{model}: {name}, {share}"),
    "learn.path.third": (
        "{model}: {name}, {share}: neither",
        "{model}: {name}, {share} (둘 다 아님)",
    ),
    "learn.path.chart": (
        "{model}: share of “{a}” above, of “{b}” below, of all other classes in between, from λ = 0 to "
        "1. Neither of the two is the likeliest at {missed} of {points} points.",
        "{model}: 위는 ‘{a}’, 아래는 ‘{b}’, 가운데는 나머지 클래스의 비율이며 λ는 0에서 1까지입니다. {points}개 지점 중 {missed}개에서 "
        "둘 다 아닌 클래스의 확률이 가장 높습니다.",
    ),
    "learn.path.caption": (
        "From “{b}” (left) to “{a}” (right): what the two networks answer. Blue and orange are the two "
        "classes, grey is every other class; the dashed line is the mixed label.",
        "‘{b}’(왼쪽)에서 ‘{a}’(오른쪽)까지 두 신경망의 예측입니다. 파란색과 주황색은 두 클래스, 회색은 나머지 클래스이고, 점선은 섞은 "
        "레이블입니다.",
    ),
    "learn.sound.first": ("First sound: a low tone", "첫째 소리: 낮은 음"),
    "learn.sound.second": ("Second sound: a rising whistle", "둘째 소리: 올라가는 휘파람"),
    "learn.sound.play": ("Play the mixture", "섞은 소리 재생"),
    "learn.sound.wave": ("Waveform", "파형"),
    "learn.sound.spectrum": ("Spectrogram", "스펙트로그램"),
    "learn.sound.time": ("time, s", "시간, s"),
    "learn.sound.pitch": ("frequency, kHz", "주파수, kHz"),
    "learn.sound.said": (
        "The mixture at λ = {lam}: {share} of its energy is below {border} kHz, where the low tone "
        "lies.",
        "λ = {lam}일 때의 섞은 소리. 에너지의 {share}가 낮은 음이 있는 {border} kHz 아래에 있습니다.",
    ),
}
