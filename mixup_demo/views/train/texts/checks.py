"""Check your mixup: each finding's rule, what it amounts to here, and the remedy."""

from mixup_demo.texts.paper import filled

TEXTS: dict[str, tuple[str, str]] = {
    "train.checks": ("Check your mixup", "mixup 점검"),
    "train.checks.caused": ("With these settings and this batch", "지금 설정과 배치에서"),
    "train.checks.known": (
        "Good to know: {n} more that these settings do not cause",
        "알아 두면 좋은 점: 지금 설정과 무관한 {n}가지",
    ),
    "train.checks.none": (
        "Nothing to say of these settings.",
        "지금 설정에서 짚어 둘 점이 없습니다.",
    ),
    "train.check.source": ("Source", "출처"),
    "train.check.odd": ("An odd batch", "홀수 배치"),
    "train.check.odd.text": (
        "timm pairs a batch with its reverse and needs an even number of images. This batch has {n}; of "
        "an odd number timm says “{error}”. Use an even batch_size and drop_last=True.",
        "timm은 배치를 뒤집어 짝을 지으므로 이미지 수가 짝수여야 합니다. 이 배치는 {n}장이고, 홀수일 때 timm의 오류는 다음과 같습니다: "
        "‘{error}’. batch_size를 짝수로 하고 drop_last=True를 사용해 주세요.",
    ),
    "train.check.same": ("A class meets itself", "같은 클래스끼리 만남"),
    "train.check.same.text": (
        "Partners come from the order of the batch: reversed in timm, the image before in torchvision. "
        "Of {n} images, {flip} meet their own class in timm and {roll} in torchvision; their label stays "
        "what it was. Shuffle the loader (shuffle=True): files read folder by folder would mix a class "
        "with itself only.",
        "짝은 배치의 순서로 정해집니다. timm은 뒤집은 순서, torchvision은 바로 앞 이미지입니다. {n}장 중 timm에서 {flip}장, "
        "torchvision에서 {roll}장이 같은 클래스를 만나 레이블이 그대로입니다. 로더를 섞어 주세요(shuffle=True). 폴더 순서로 읽으면 "
        "같은 클래스끼리만 섞입니다.",
    ),
    "train.check.one": ("A batch of one", "한 장짜리 배치"),
    "train.check.one.text": (
        "One image has no partner. timm: “{error}”. torchvision mixes it with itself, so that nothing "
        "happens and nothing is said. Use drop_last=True.",
        "한 장으로는 짝이 없습니다. timm: ‘{error}’. torchvision은 자기 자신과 섞어 아무 변화도 없고 오류도 나지 않습니다. "
        "drop_last=True를 사용해 주세요.",
    ),
    "train.check.uint8": ("Images that are bytes", "바이트 이미지(uint8)"),
    "train.check.uint8.text": (
        "Mixing needs fractions. timm: “{timm}”. torchvision's MixUp: “{torchvision}”. torchvision's CutMix "
        "raises nothing, because it only copies. Convert first: v2.ToDtype(torch.float32, scale=True).",
        "혼합에는 실수(float) 값이 필요합니다. timm: ‘{timm}’. torchvision MixUp: ‘{torchvision}’. torchvision CutMix는 복사만 하므로 오류가 없습니다. "
        "먼저 v2.ToDtype(torch.float32, scale=True)로 바꿔 주세요.",
    ),
    "train.check.batchnorm": (
        "BatchNorm sees mixed images",
        "BatchNorm은 혼합 이미지의 통계를 씁니다",
    ),
    "train.check.batchnorm.text": (
        "Averages of two images vary less: here the standard deviation of a value over the batch is {clean} "
        "before and {mixed} after mixing. BatchNorm keeps the latter and applies it to clean test images. "
        "End with epochs without mixing (timm: --mixup-off-epoch), or estimate the statistics again on "
        "clean images.",
        "두 이미지의 평균은 변동이 작습니다. 이 배치에서 값의 표준편차는 혼합 전 {clean}, 혼합 후 {mixed}입니다. BatchNorm은 혼합 후의 "
        "통계를 기억해 깨끗한 테스트 이미지에 적용합니다. 마지막 에폭은 혼합 없이 학습하거나(timm: --mixup-off-epoch) 깨끗한 이미지로 "
        "통계를 다시 구해 주세요.",
    ),
    "train.check.smoothing": ("Label smoothing on top of mixing", "혼합에 더해지는 레이블 스무딩"),
    "train.check.smoothing.text": (
        "timm smooths by 0.1 unless it is told otherwise, and mixes after that. With label_smoothing = "
        "{smoothing} and {classes} classes a target holds {on} for one class and {off} for each other "
        "before it is mixed. mixup alone softens labels already: set label_smoothing=0 unless you want "
        "both, and give no smoothing to the loss.",
        "timm은 지정하지 않으면 0.1로 스무딩한 뒤 혼합합니다. label_smoothing = {smoothing}, 클래스 {classes}개일 때 혼합 전 "
        "타깃은 한 클래스가 {on}, 나머지가 각각 {off}입니다. mixup만으로도 레이블이 부드러워지므로, 둘 다 원하는 것이 아니라면 "
        "label_smoothing=0으로 하고 손실 함수에도 스무딩을 넣지 말아 주세요.",
    ),
    "train.check.integers": ("Integer labels in Keras", "Keras의 정수 레이블"),
    "train.check.integers.text": (
        "keras.layers.MixUp multiplies λ of shape ({n}, 1) with the labels. Integer labels of shape ({n},) "
        "are broadcast to {shape} numbers, without an error. Give it one-hot labels as float32.",
        "keras.layers.MixUp은 모양이 ({n}, 1)인 λ를 레이블에 곱합니다. 모양이 ({n},)인 정수 레이블은 오류 없이 {shape}개의 수로 "
        "브로드캐스트됩니다. float32 원-핫 레이블을 넣어 주세요.",
    ),
    "train.check.loss": ("The loss must take soft targets", "소프트 타깃을 받는 손실"),
    "train.check.loss.text": (
        "Below, the target of the image whose λ is nearest one half: each loss of an answer that is that "
        "target, and of one that is sure of the larger part. Even the perfect answer has a cross-entropy "
        "above 0: the target's own entropy. Binary cross-entropy above a threshold (timm: "
        "--bce-target-thresh 0.2) takes every part above it for wholly there.",
        "아래 표는 λ가 1/2에 가장 가까운 이미지의 타깃에 대한 손실입니다. 하나는 타깃과 똑같은 예측, 하나는 큰 쪽만 답하는 예측입니다. "
        "완벽한 예측도 교차 엔트로피가 0이 아니며, 그 값은 타깃 자신의 엔트로피입니다. 임계값이 있는 이진 교차 엔트로피(timm: "
        "--bce-target-thresh 0.2)는 임계값을 넘는 부분을 모두 1로 봅니다.",
    ),
    "train.check.prob": ("prob and switch_prob multiply", "prob과 switch_prob은 곱해짐"),
    "train.check.prob.text": (
        "prob decides whether anything is mixed, then switch_prob which of the two. Here mixup is used in "
        "{mixup} %, CutMix in {cutmix} %, and nothing in {none} % of cases. Without both α above 0, "
        "switch_prob has no effect.",
        "prob이 혼합 여부를 정하고 그다음 switch_prob이 둘 중 하나를 고릅니다. 지금은 mixup {mixup} %, CutMix {cutmix} %, 혼합 안 "
        "함 {none} %입니다. switch_prob은 두 α가 모두 0보다 클 때만 효과가 있습니다.",
    ),
    "train.check.zero": ("α = 0", "α = 0"),
    "train.check.zero.text": (
        "0 means off, but not every class may be made with it. torchvision: “{torchvision}”. timm, "
        "with neither α above 0: “{timm}”. Make the transform only where it is on: mixup_active = mixup > 0 or "
        "cutmix > 0.",
        "0은 끈다는 뜻이지만 모든 클래스가 0을 받지는 않습니다. torchvision: ‘{torchvision}’. timm, 두 α가 모두 0일 때: ‘{timm}’. "
        "켜져 있을 때만 만들어 주세요: mixup_active = mixup > 0 or cutmix > 0.",
    ),
    "train.check.large": ("A large α", "큰 α"),
    "train.check.large.text": (
        "With α = {alpha} the smaller part weighs {less} % on average, of at most 50 %. On ImageNet "
        "the paper gained with {papers_alpha_low} to {papers_alpha_high}, took {papers_alpha} on CIFAR-10, and warns that a large α underfits. Try a "
        "smaller α first; large ones helped against corrupted labels.",
        "α = {alpha}이면 작은 쪽의 비중이 평균 {less} %입니다(최대 50 %). 논문은 ImageNet에서 {papers_alpha_low}~{papers_alpha_high}일 때 ERM보다 나았고 CIFAR-10에서는 "
        "{papers_alpha}을 썼으며, α가 크면 과소적합된다고 밝힙니다. 먼저 더 작은 α를 시도해 주세요. 큰 α는 잘못된 레이블에는 도움이 되었습니다.",
    ),
    "train.check.clipped": ("CutMix's λ is not the drawn one", "CutMix의 λ는 뽑은 값과 다름"),
    "train.check.clipped.text": (
        "The box is clipped at the border, and λ becomes the share of pixels that are left. Over {n} images "
        "with these settings the drawn λ is {asked} on average and the used one {used}: CutMix mixes less "
        "than its Beta says. Log the used λ.",
        "상자가 가장자리에서 잘리면 λ는 실제로 남은 픽셀의 비율이 됩니다. 이 설정에서 이미지 {n}장의 평균은 뽑은 λ가 {asked}, 사용한 λ가 "
        "{used}입니다. CutMix는 Beta 분포가 말하는 것보다 적게 섞습니다. 사용한 λ를 기록해 주세요.",
    ),
    "train.check.minmax": ("cutmix_minmax draws the box", "상자는 cutmix_minmax로 뽑음"),
    "train.check.minmax.text": (
        "The sides of the box are drawn between the two shares of cutmix_minmax, and λ becomes the share of "
        "pixels that are left: {used} on average over {n} images with these settings. Neither cutmix_alpha "
        "nor the λ that is drawn first ({asked} on average) has an effect. Log the used λ.",
        "상자의 두 변은 cutmix_minmax의 두 비율 사이에서 뽑고, λ는 남은 픽셀의 비율이 됩니다. 이 설정에서 이미지 {n}장의 평균은 "
        "{used}입니다. cutmix_alpha도, 먼저 뽑은 λ(평균 {asked})도 영향을 주지 않습니다. 사용한 λ를 기록해 주세요.",
    ),
    "train.check.uncorrected": ("λ of CutMix is not corrected", "고치지 않은 CutMix의 λ"),
    "train.check.uncorrected.text": (
        "With correct_lam=False a target keeps the drawn λ ({asked} on average of {n} images), also where "
        "the box is clipped and more of the image is left. Set correct_lam=True.",
        "correct_lam=False이면 상자가 잘려 이미지가 더 많이 남아도 타깃은 뽑은 λ를 그대로 씁니다(이미지 {n}장 평균 {asked}). "
        "correct_lam=True로 해 주세요.",
    ),
    "train.check.ddp": ("One λ per process", "프로세스마다 λ 하나"),
    "train.check.ddp.text": (
        "With mode batch each process of a distributed training draws a λ of its own, if seeds differ by "
        "rank: for {ranks} processes with seeds 0, 1 and so on, {lam}. With one seed for all they would be "
        "the same. Seed by rank, as timm's script does; mode elem makes it independent of their number.",
        "mode가 batch이면 분산 학습의 각 프로세스가 λ를 하나씩 뽑습니다. 시드가 0, 1, …인 프로세스 {ranks}개의 값은 {lam}입니다. 시드가 "
        "모두 같으면 λ도 같아집니다. timm의 스크립트처럼 랭크마다 다른 시드를 써 주세요. mode를 elem으로 하면 프로세스 수와 무관합니다.",
    ),
    "train.check.accuracy": ("Training accuracy looks low", "낮아 보이는 학습 정확도"),
    "train.check.accuracy.text": (
        "A network that always names the larger part reaches {accuracy} % on images of these settings, "
        "counted as the mixup authors do (λ for the image's class, 1 − λ for its partner's). That is no "
        "underfitting. Judge by accuracy on clean images.",
        "언제나 큰 쪽을 맞히는 신경망도 이 설정의 이미지에서 정확도가 {accuracy} %입니다. mixup 저자들의 방식(자기 클래스는 λ, "
        "짝의 클래스는 1 − λ)으로 셌을 때입니다. 과소적합이 아닙니다. 깨끗한 이미지의 정확도로 판단해 주세요.",
    ),
    "train.check.schedule": ("Too short a schedule", "짧은 학습 일정"),
    "train.check.schedule.text": (
        "mixup learns more slowly and gains most in long trainings: the paper trains {papers_epochs} epochs on CIFAR-10 "
        "and compares {papers_epochs_short} with {papers_epochs_long} on ImageNet. Compare with ERM at the length that you can pay for; the "
        "Evidence view shows how our gain grows with length.",
        "mixup은 더 천천히 배우며 긴 학습에서 가장 이득이 큽니다. 논문은 CIFAR-10에서 {papers_epochs}에폭을 학습하고 ImageNet에서 {papers_epochs_short}에폭과 {papers_epochs_long}에폭을 "
        "비교합니다. 쓸 수 있는 학습 길이에서 ERM과 비교해 주세요. 학습 길이에 따라 우리 모델의 이득이 커지는 모습은 실험 검증 화면에 "
        "있습니다.",
    ),
    "train.loss": ("Loss", "손실"),
    "train.loss.soft": ("answer = target", "예측 = 타깃"),
    "train.loss.sure": ("sure of the larger part", "큰 쪽만 확실히"),
    "train.loss.ce": ("cross-entropy", "교차 엔트로피"),
    "train.loss.bce": ("binary cross-entropy", "이진 교차 엔트로피"),
    "train.loss.bce-threshold": ("the same, threshold 0.2", "이진, 임계값 0.2"),
}

TEXTS = filled(TEXTS)
