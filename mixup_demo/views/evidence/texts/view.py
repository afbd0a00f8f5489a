"""The frame of the Evidence view: what every panel has."""

TEXTS: dict[str, tuple[str, str]] = {
    "views.label": ("Views", "화면"),
    "view.mix": ("Mix", "혼합"),
    "view.evidence": ("Evidence", "실험 검증"),
    "evidence.title": ("Does mixup hold up?", "mixup은 정말 효과가 있을까?"),
    "evidence.intro": (
        "We tested the paper's claims, and some made later, on models that this project trained "
        "itself. Here is what our numbers say; open a claim for its charts and for the paper's "
        "numbers beside ours.",
        "논문의 주장과 이후에 나온 주장을 이 프로젝트가 직접 학습한 모델로 검증했습니다. 아래는 우리 수치의 결론입니다. 주장을 열면 차트와 "
        "함께 논문의 수치도 볼 수 있습니다.",
    ),
    "evidence.marks": (
        "Filled marks are ours, with 95 % intervals, or with one standard deviation of the seeds "
        "where several are drawn; hollow diamonds are the paper's, or later work's where the legend says so. Networks, data and schedules "
        "differ, so compare trends, not absolute values.",
        "채운 표식은 우리 결과(95 % 구간, 시드가 여럿이면 시드의 표준편차), 빈 마름모는 논문의 결과(범례에 후속 연구라고 적힌 것은 그 결과)입니다. 신경망과 데이터, 학습 일정이 다르므로 절댓값이 아니라 "
        "추세를 비교해 주세요.",
    ),
    "evidence.details": ("The numbers, claim by claim", "주장별 수치"),
    "evidence.open-all": ("Open all", "모두 펼치기"),
    "evidence.close-all": ("Close all", "모두 접기"),
    "evidence.unit": (
        "Brackets: 95 % interval of the number before them.",
        "괄호: 바로 앞 수치의 95 % 구간.",
    ),
    "evidence.bundled": (
        "This view is about the bundled models of ten classes, not about your own pair.",
        "이 화면의 내용은 직접 지정한 쌍이 아니라 함께 제공하는 클래스 10개짜리 모델에 관한 것입니다.",
    ),
    "evidence.claimed": ("The claim", "주장"),
    "evidence.more": (
        "The numbers behind: {count} more sentences",
        "뒷받침하는 수치: 문장 {count}개 더",
    ),
    "evidence.says": ("What our numbers say", "우리 결과"),
    "evidence.setting": ("How it was measured", "측정 방법"),
    "evidence.table": ("All numbers of this panel", "이 패널의 모든 수치"),
    "evidence.models": ("Model cards", "모델 카드"),
    "evidence.results": ("Results file", "결과 파일"),
    "evidence.reproduce": ("Compute it again", "다시 계산하기"),
    "evidence.facts": (
        "{data}, n = {n}, seeds {seeds}; {hardware}, {precision}; {date}",
        "{data}, n = {n}, 시드 {seeds}; {hardware}, {precision}; {date}",
    ),
    "evidence.missing": (
        "The evidence could not be loaded. Reload the page to try again.",
        "실험 결과를 불러오지 못했습니다. 페이지를 새로 고쳐 주세요.",
    ),
    "evidence.paper": ("paper", "논문"),
    "evidence.ours": ("ours", "우리"),
    "evidence.others": ("reported by others", "다른 연구의 보고"),
    "evidence.epochs": ("epochs", "에폭"),
    "evidence.best": ("best epoch", "최적 에폭"),
    "evidence.last": ("last epoch", "마지막 에폭"),
}
