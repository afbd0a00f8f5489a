"""The Mix view: what it is about, what is seen now, and its terms where they stand."""

TEXTS: dict[str, tuple[str, str]] = {
    "lead.mix": (
        "Do networks trained on blends jump to conclusions less?",
        "섞은 이미지로 배운 신경망은 섣불리 단정하는 일이 적습니까?",
    ),
    "lead.mix.before": (
        "Drag λ and compare ERM (Empirical Risk Minimisation, ordinary training) with mixup, which "
        "trains on blends of two photos and their labels:",
        "λ를 끌어 움직이며 일반 학습인 ERM(경험적 위험 최소화, Empirical Risk Minimization)과, 두 사진과 레이블을 "
        "섞어 학습하는 mixup을 비교해 보세요. 논문:",
    ),
    "paper.title": (
        "mixup: Beyond Empirical Risk Minimization",
        "mixup: Beyond Empirical Risk Minimization",
    ),
    "lead.mix.after": ("(2018).", "(2018)."),
    "said.whole": ("{blend}: {left}; {right}.", "{blend}: {left}, {right}."),
    "said.half": ("Half {a}, half {b}", "{a} 절반, {b} 절반"),
    "said.blend": ("{share} {a}, {rest} {b}", "{a} {share}, {b} {rest}"),
    "said.same": ("Two pictures of one class, {a}", "같은 클래스({a})의 두 사진"),
    "said.a": ("Picture A alone, {a}", "사진 A만({a})"),
    "said.b": ("Picture B alone, {b}", "사진 B만({b})"),
    "said.sure": ("{model} is {share} sure of {first}", "{model} – {first} {share}로 단정"),
    "said.leaning": (
        "{model} leans to {first} ({share}), then {second} ({rest})",
        "{model} – {first} 쪽({share}), 다음은 {second}({rest})",
    ),
    "said.torn": (
        "{model} hedges: {first} {share}, {second} {rest}",
        "{model} – 유보: {first} {share}, {second} {rest}",
    ),
    "lambda.term": ("λ", "λ"),
    "lambda.help": (
        "The mixing weight: the share of picture A in the blend, and of A's class in its label. "
        "1 is all A, 0 all B.",
        "혼합 비율입니다. 섞은 이미지에서 사진 A가, 레이블에서 A의 클래스가 차지하는 몫으로, 1이면 모두 A, "
        "0이면 모두 B입니다.",
    ),
    "alpha.term": ("α", "α"),
    "soft.help": (
        "The target that mixup gives to a blend: not one class but both, in the proportion λ to "
        "1 − λ. The ticks across the bars below mark it.",
        "mixup이 섞은 이미지에 주는 목표값입니다. 한 클래스가 아니라 두 클래스를 λ 대 1 − λ의 비율로 담습니다. "
        "아래 막대를 가로지르는 눈금이 이 값입니다.",
    ),
    "define.erm.term": ("ERM", "ERM"),
    "define.erm.help": (
        "Empirical Risk Minimisation: ordinary training, which lowers the mean loss on the training "
        "images as they are, each with its one label.",
        "경험적 위험 최소화(Empirical Risk Minimization)입니다. 학습 이미지를 그대로, 레이블 하나씩과 함께 써서 "
        "평균 손실을 줄이는 일반적인 학습입니다.",
    ),
    "define.mixup.term": ("mixup", "mixup"),
    "define.mixup.help": (
        "Training on blends: each image is λ times one training image plus 1 − λ times another, and "
        "its label is blended alike. λ is drawn anew for each batch.",
        "섞어서 하는 학습입니다. 학습 이미지 하나에 λ, 다른 하나에 1 − λ를 곱해 더하고 레이블도 같은 비율로 "
        "섞습니다. λ는 배치마다 새로 뽑습니다.",
    ),
    "define.cutmix.term": ("CutMix", "CutMix"),
    "define.cutmix.help": (
        "Training on images with a box pasted in from another one; the label is blended by the "
        "areas (Yun et al., 2019).",
        "다른 이미지에서 오려 낸 상자를 붙인 이미지로 하는 학습입니다. 레이블은 면적 비율로 섞습니다"
        "(Yun 외, 2019).",
    ),
    "cutmix.term": ("mixup and CutMix", "mixup과 CutMix"),
    "cutmix.help": (
        "mixup fades the two pictures into each other. CutMix pastes a box of B into A: M is 0 in "
        "the box and 1 outside, and λ is the area that is left to A.",
        "mixup은 두 사진을 겹쳐 섞습니다. CutMix는 B의 상자를 A에 붙입니다. M은 상자 안에서 0, 밖에서 1이고 λ는 "
        "A에 남은 면적입니다.",
    ),
    "cutmix.applied": (
        "The box has whole pixels, so {lambda} of the area is A's. Here it moves inside the picture, "
        "so that both ends are true; in training CutMix clips it at the border.",
        "상자가 픽셀 단위이므로 A의 면적은 {lambda}입니다. 양 끝이 정확하도록 여기서는 상자를 사진 안으로 옮기며, "
        "학습할 때 CutMix는 테두리에서 잘라 냅니다.",
    ),
    "alpha.family": (
        "The mixup model was trained with α = {alpha}, the nearest available.",
        "mixup 모델은 가장 가까운 α = {alpha}로 학습한 모델입니다.",
    ),
    "alpha.family.others": (
        "Both models have changed, ERM too: of the large network the page has the pair of α = {home} alone. "
        "For α = {alpha} there is a smaller pair ({millions} M parameters, {epochs} epochs). ERM itself "
        "does not depend on α.",
        "ERM까지 두 모델이 모두 바뀌었습니다. 이 페이지에 있는 큰 신경망은 α = {home}인 쌍뿐이고, α = {alpha}에는 더 작은 "
        "쌍(파라미터 {millions} M개, {epochs}에폭)이 있습니다. ERM 자체는 α와 무관합니다.",
    ),
    "alpha.family.back": ("Back to α = {alpha}", "α = {alpha}로 돌아가기"),
    "strip.hint.mixup": (
        "Blends as in training, with λ drawn from Beta(α, α). Choose one to set λ.",
        "학습에서처럼 λ를 Beta(α, α)에서 뽑아 섞은 이미지입니다. 선택하면 그 λ로 바뀝니다.",
    ),
    "strip.hint.cutmix": (
        "As in training: λ and the box's centre are drawn, and the box is clipped at the border. "
        "Below: the area left to A.",
        "학습에서처럼 λ와 상자의 중심을 뽑고 테두리에서 잘라 냅니다. 아래 숫자는 A에 남은 면적입니다.",
    ),
    "annotation.jumps": ("cliff", "절벽"),
    "annotation.turns": ("bend", "굽이"),
    "annotation.glides": ("slope", "비탈"),
    "annotation.times": ("&nbsp;×", "배"),  # charts take HTML; English sets the sign apart
}
