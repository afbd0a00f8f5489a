"""What sentences of several panels share: comparisons, verdicts, measures."""

TEXTS: dict[str, tuple[str, str]] = {
    "evidence.reported": ("(as reported)", "(보고된 값)"),
    "evidence.verdict.better": ("mixup is better", "mixup이 더 낫습니다"),
    "evidence.verdict.worse": ("mixup is worse", "mixup이 더 나쁩니다"),
    "evidence.verdict.open": ("inconclusive", "판단할 수 없습니다"),
    "evidence.says.difference": (
        "{where}: {measure} {erm} % with ERM, {mixup} % with mixup; difference {difference} "
        "points (95 % interval {low} to {high}, n = {n} test images, one pair of networks): "
        "{verdict}.",
        "{where}: {measure} ERM {erm} %, mixup {mixup} %, 차이 {difference} %p(95 % 구간 {low} ~ {high}, "
        "테스트 이미지 n = {n}, 신경망 한 쌍): {verdict}.",
    ),
    "evidence.says.difference.pairs": (
        "{where}: {measure} {erm} % with ERM, {mixup} % with mixup; difference {difference} "
        "points (95 % interval {low} to {high}, n = {n} pairs of test images, one pair of networks): {verdict}.",
        "{where}: {measure} ERM {erm} %, mixup {mixup} %, 차이 {difference} %p(95 % 구간 {low} ~ {high}, "
        "테스트 이미지 쌍 n = {n}, 신경망 한 쌍): {verdict}.",
    ),
    "evidence.measure.test-error": ("test error", "테스트 오차"),
    "evidence.measure.last-error": ("final test error", "마지막 테스트 오차"),
    "evidence.measure.ece": ("expected calibration error", "기대 보정 오차(ECE)"),
    "evidence.measure.miss-rate": ("miss rate", "오답률(A·B 외)"),
}
