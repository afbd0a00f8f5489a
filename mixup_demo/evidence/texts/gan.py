"""The panel on GANs."""

TEXTS: dict[str, tuple[str, str]] = {
    "evidence.finding.gan.ends": ("When training has ended", "학습이 끝났을 때"),
    "evidence.finding.gan.length": ("Trained for longer", "더 오래 학습했을 때"),
    "evidence.gan.title": ("GANs", "GAN"),
    "evidence.gan.claim": (
        "The authors let the discriminator see mixtures of real and generated points, and show on "
        "two-dimensional data that training becomes more stable.",
        "저자들은 판별자에게 실제 점과 생성된 점을 섞어 보이고, 이차원 데이터에서 학습이 더 안정됨을 보입니다.",
    ),
    "evidence.gan.setting": (
        "Small GANs on two-dimensional targets, several seeds for each setting; intervals are "
        "Student's over seeds. Two seeds decide nothing, and an interval that reaches beyond what is "
        "possible ends there. Verdicts are corrected for the number of comparisons (Holm), intervals "
        "are not. The minimax loss is the paper's; with it the plain GAN of this "
        "setting often ends with nothing right. The hyperparameters were tried out with the "
        "non-saturating loss only. Bars of the chart: one standard deviation.",
        "이차원 목표 분포에 대한 작은 GAN을 설정마다 여러 시드로 학습했습니다. 구간은 시드에 대한 스튜던트 t 구간입니다. 시드 두 개로는 "
        "판단하지 않으며, 가능한 범위를 벗어난 구간은 그 끝에서 자릅니다. 판정은 비교 수에 대한 다중 비교 보정(Holm)을 하며 구간은 보정하지 않습니다. 미니맥스 손실은 논문의 것으로, 이 설정의 기본 GAN은 이 손실에서 "
        "제대로 된 표본 하나 없이 끝나는 일이 많습니다. 하이퍼파라미터는 비포화 손실로만 시험해 정했습니다. 차트의 막대는 표준편차입니다.",
    ),
    "evidence.gan.chart.modes": (
        "Modes found at the end (circles: single seeds; lines: ± SD)",
        "학습 끝에 포착한 모드 (동그라미: 시드 하나, 선: ± 표준편차)",
    ),
    "evidence.gan.chart.quality": (
        "High-quality samples at the end (circles: single seeds; lines: ± SD)",
        "학습 끝의 고품질 표본 (동그라미: 시드 하나, 선: ± 표준편차)",
    ),
    "evidence.gan.chart.steps.minimax": (
        "High-quality samples over the steps, ring, minimax (a line a seed)",
        "스텝에 따른 고품질 표본, 고리, 미니맥스 (시드마다 선 하나)",
    ),
    "evidence.gan.chart.steps.nonsaturating": (
        "High-quality samples over the steps, ring, non-saturating (a line a seed)",
        "스텝에 따른 고품질 표본, 고리, 비포화 (시드마다 선 하나)",
    ),
    "evidence.gan.loss.minimax": ("minimax", "미니맥스"),
    "evidence.gan.loss.nonsaturating": ("non-saturating", "비포화"),
    "evidence.gan.data.ring": ("ring", "고리"),
    "evidence.gan.data.grid": ("grid", "격자"),
    "evidence.gan.data.swiss": ("swiss roll", "스위스 롤"),
    "evidence.gan.axis.modes": ("share of the modes found", "포착한 모드의 비율"),
    "evidence.gan.axis.steps": ("generator steps", "생성자 스텝"),
    "evidence.gan.axis.quality": ("share of samples near the data", "데이터 근처 표본의 비율"),
    "evidence.gan.says.modes": (
        "{where}: modes found {plain} without and {mixup} with mixup (α = {alpha}); difference "
        "{difference} (95 % interval {low} to {high}, n = {n} seeds); Holm-corrected: {verdict}.",
        "{where}: 포착한 모드는 mixup 없이 {plain}, mixup(α = {alpha}) {mixup}, 차이 {difference}(95 % 구간 {low} ~ "
        "{high}, 시드 n = {n}), Holm 보정 뒤: {verdict}.",
    ),
    "evidence.gan.says.quality": (
        "{where}: high-quality samples {plain} % without and {mixup} % with mixup (α = {alpha}); "
        "difference {difference} points (95 % interval {low} to {high}, n = {n} seeds); Holm-corrected: "
        "{verdict}.",
        "{where}: 고품질 표본은 mixup 없이 {plain} %, mixup(α = {alpha}) {mixup} %, 차이 {difference} %p(95 % 구간 "
        "{low} ~ {high}, 시드 n = {n}), Holm 보정 뒤: {verdict}.",
    ),
    "evidence.gan.says.length": (
        "Ours are trained for {ours} steps of the generator, the authors' for {theirs}: what a longer "
        "training would say is open.",
        "우리 GAN은 생성자를 {ours}스텝, 저자들은 {theirs}스텝 학습합니다. 더 오래 학습하면 어떻게 될지는 알 수 없습니다.",
    ),
    "evidence.gan.steps": ("steps", "스텝"),
    "evidence.gan.says.length.long": (
        "The authors train for {theirs} steps of the generator, we for {ours}, and the ring once more "
        "for as long as they do, with some of the same seeds. What a longer training would say of grid and "
        "swiss roll is open.",
        "저자들은 생성자를 {theirs}스텝, 우리는 {ours}스텝 학습하며, 고리는 같은 시드 일부로 저자들만큼 오래 한 번 더 학습합니다. 격자와 스위스 롤을 더 "
        "오래 학습하면 어떻게 될지는 알 수 없습니다.",
    ),
    "evidence.gan.says.inconclusive": (
        "Inconclusive in {count} of {total} comparisons, which have fewer than {least} seeds; see the "
        "table.",
        "비교 {total}개 중 {count}개는 시드가 {least}개 미만이라 판단할 수 없습니다. 수치는 표에 있습니다.",
    ),
}
