"""The tour: what to do and what to see, step by step."""

TEXTS: dict[str, tuple[str, str]] = {
    "tour.start": ("1-minute tour", "1분 둘러보기"),
    "tour.progress": ("{step} of {steps}", "{steps}단계 중 {step}단계"),
    "tour.back": ("Back", "이전"),
    "tour.next": ("Next", "다음"),
    "tour.done": ("Done", "마치기"),
    "tour.skip": ("Skip the tour", "건너뛰기"),
    "tour.mix.title": ("Blend two pictures", "두 사진 섞기"),
    "tour.mix.text": (
        "Drag λ slowly from one end to the other. The picture fades from B into A; in between it is a "
        "blend of both. mixup trains a network on such blends.",
        "λ를 한쪽 끝에서 다른 쪽 끝까지 천천히 끌어 주세요. 사진이 B에서 A로 바뀌고, 그 사이에서는 두 사진이 섞입니다. "
        "mixup은 이렇게 섞은 이미지로 신경망을 학습합니다.",
    ),
    "tour.soft.title": ("The label is blended, too", "레이블도 함께 섞습니다"),
    "tour.soft.text": (
        "Keep dragging λ and watch the bar: the soft label. It names both classes, in the same "
        "proportion as the pictures. This is the target that mixup sets.",
        "λ를 계속 움직이며 막대를 봐 주세요. 이것이 소프트 레이블입니다. 두 클래스를 사진과 같은 비율로 담으며, "
        "mixup 학습의 목표값이 됩니다.",
    ),
    "tour.answers.title": ("Two models, one blend", "두 모델, 같은 이미지"),
    "tour.answers.text": (
        "Both models see the same blend. The ticks across the bars mark the soft label. Drag λ to "
        "and fro: whose bars jump, and whose stay near the ticks?",
        "두 모델은 같은 이미지를 봅니다. 막대를 가로지르는 눈금은 소프트 레이블입니다. λ를 좌우로 움직여 보세요. "
        "어느 모델의 막대가 갑자기 뒤집히고, 어느 모델의 막대가 눈금 가까이 머무는지 확인해 주세요.",
    ),
    "tour.path.title": ("Why: a cliff or a slope", "이유: 절벽과 비탈"),
    "tour.path.text": (
        "This is the whole way from B to A. Drag across it. On a cliff the prediction flips at "
        "once; on a slope it shifts little by little. Ordinary training says nothing about the space "
        "between two pictures. mixup trains right there.",
        "B에서 A까지의 경로 전체입니다. 차트 위를 좌우로 끌어 주세요. 절벽에서는 예측이 한순간에 뒤집히고, "
        "비탈에서는 조금씩 바뀝니다. 일반 학습은 두 사진 사이를 다루지 않지만, mixup은 바로 그 사이를 학습합니다.",
    ),
    "tour.boundary.title": ("From a line to a plane", "선에서 평면으로"),
    "tour.boundary.text": (
        "Each map holds all blends of three pictures, coloured by the predicted class. Move across a "
        "map: the blend at that point and both predictions follow.",
        "지도 하나에 세 사진을 섞은 이미지가 모두 담겨 있으며, 색은 예측한 클래스입니다. 지도 위를 움직여 보세요. "
        "그 지점의 이미지와 두 모델의 예측이 따라옵니다.",
    ),
    "tour.evidence.title": ("Does it hold up?", "주장은 사실인가"),
    "tour.evidence.text": (
        "“{evidence}” tests the paper’s claims on models trained for this page, limits included. In "
        "“{toy}” two small networks train while you watch. Or try pictures of your own in “{mix}”.",
        "‘{evidence}’ 화면에서는 이 페이지를 위해 학습한 모델로 논문의 주장을 시험하고 한계도 함께 보여 줍니다. "
        "‘{toy}’ 화면에서는 작은 신경망 두 개가 학습하는 과정을 볼 수 있습니다. ‘{mix}’ 화면에서 직접 고른 사진을 "
        "올려 보는 것도 좋습니다.",
    ),
}
