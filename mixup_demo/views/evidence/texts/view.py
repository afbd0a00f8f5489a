"""The frame of the Evidence view: what every panel has."""

TEXTS: dict[str, tuple[str, str]] = {
    "views.label": ("Views", "화면"),
    "view.mix": ("Mix", "혼합"),
    "view.evidence": ("Evidence", "근거"),
    "evidence.title": ("Does mixup hold up?", "mixup은 정말 효과가 있을까?"),
    "evidence.intro": (
        "Each panel takes one claim, tests it on models that this project trained itself, and sets "
        "the paper's numbers beside ours. Filled marks are ours, with 95 % intervals; hollow "
        "diamonds are the paper's. The networks, the data and the schedules differ, so compare "
        "directions, not heights.",
        "패널마다 주장을 하나씩 골라, 이 프로젝트가 직접 학습한 모델로 시험하고 논문의 수치를 나란히 놓습니다. 채운 "
        "표식은 우리 결과(95 % 구간 포함), 빈 마름모는 논문의 결과입니다. 신경망과 데이터, 학습 일정이 서로 다르므로 "
        "크기가 아니라 방향을 비교하십시오.",
    ),
    "evidence.contents": ("Claims", "주장 목록"),
    "evidence.claimed": ("The claim", "주장"),
    "evidence.says": ("What our numbers say", "우리 수치가 말하는 것"),
    "evidence.setting": ("How it was measured", "측정 방법"),
    "evidence.table": ("All numbers of this panel", "이 패널의 모든 숫자"),
    "evidence.models": ("Model cards", "모델 카드"),
    "evidence.results": ("Results file", "결과 파일"),
    "evidence.reproduce": ("Compute it again", "다시 계산하기"),
    "evidence.facts": (
        "{data}, n = {n}, seeds {seeds}; {hardware}, {precision}; {date}",
        "{data}, n = {n}, 시드 {seeds}; {hardware}, {precision}; {date}",
    ),
    "evidence.missing": (
        "The evidence could not be loaded. Reload the page to try again.",
        "근거를 불러오지 못했습니다. 페이지를 새로 고쳐 주십시오.",
    ),
    "evidence.paper": ("paper", "논문"),
    "evidence.ours": ("ours", "우리"),
    "evidence.others": ("reported by others", "다른 연구의 보고"),
    "evidence.reported": ("(as reported)", "(보고된 값)"),
    "evidence.epochs": ("epochs", "에폭"),
    "evidence.best": ("best epoch", "최저 에폭"),
    "evidence.last": ("last epoch", "마지막 에폭"),
    "evidence.verdict.better": ("mixup is better", "mixup이 낫습니다"),
    "evidence.verdict.worse": ("mixup is worse", "mixup이 못합니다"),
    "evidence.verdict.open": ("the data do not tell", "데이터로는 알 수 없습니다"),
    "evidence.says.difference": (
        "{where}: {measure} {erm} % with ERM, {mixup} % with mixup. Difference {difference} "
        "points (95 % interval {low} to {high}): {verdict}.",
        "{where}: {measure} ERM {erm} %, mixup {mixup} %. 차이 {difference} %p(95 % 구간 {low} ~ "
        "{high}): {verdict}.",
    ),
    "evidence.measure.test-error": ("test error", "시험 오류"),
    "evidence.measure.last-error": ("last test error", "마지막 시험 오류"),
    "evidence.measure.ece": ("expected calibration error", "기대 보정 오차"),
    "evidence.measure.miss-rate": ("miss rate", "빗나간 비율"),
}
