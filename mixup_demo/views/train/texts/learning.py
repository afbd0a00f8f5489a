"""The small training to watch."""

TEXTS: dict[str, tuple[str, str]] = {
    "train.learn": (
        "Watch it learn: why training accuracy is low",
        "학습 지켜보기: 학습 정확도가 낮은 이유",
    ),
    "train.learn.term": ("The small training", "작은 학습"),
    "train.learn.help": (
        "Two small networks with the same first weights and the same batches learn 200 handwritten digits "
        "(scikit-learn's, ten classes): one with the arguments above, one without mixing (ERM), both with "
        "your label_smoothing. Tested on 500 other digits. It takes up to a minute.",
        "처음 가중치와 배치가 같은 작은 신경망 두 개가 손글씨 숫자 200장(scikit-learn, 클래스 10개)을 배웁니다. 하나는 위의 인자로, "
        "하나는 혼합 없이(ERM) 학습하고 label_smoothing은 둘 다 같습니다. 다른 숫자 500장으로 테스트합니다. 최대 1분쯤 걸립니다.",
    ),
    "train.learn.start": ("Train now", "지금 학습하기"),
    "train.learn.running": ("Training, {percent} %", "학습 중, {percent} %"),
    "train.learn.said": (
        "After epoch {epoch}: on the mixed images that it learns from the mixup network is right in "
        "{mixed} of at most {ceiling}, on the same images unmixed in {clean}, on test images in {test} "
        "(ERM: {erm}). One training decides nothing between the two: the Evidence view has several seeds.",
        "{epoch}에폭 뒤 mixup 신경망의 정확도: 학습에 쓰는 혼합 이미지에서 {mixed}(가능한 최대 {ceiling}), 같은 이미지를 섞지 않으면 "
        "{clean}, 테스트 이미지에서 {test}(ERM: {erm}). 한 번의 학습으로는 둘의 우열을 판단할 수 없습니다. 실험 검증 화면에 여러 시드의 "
        "결과가 있습니다.",
    ),
    "train.learn.erm": ("ERM", "ERM"),
    "train.learn.mixup": ("mixup", "mixup"),
    "train.learn.learned": ("batches it learns from", "학습에 쓰는 배치"),
    "train.learn.clean": ("training images, unmixed", "학습 이미지(섞지 않음)"),
    "train.learn.test": ("test images", "테스트 이미지"),
    "train.learn.ceiling": ("the most that mixed images allow", "혼합 이미지에서 가능한 최대"),
    "train.learn.epoch": ("epoch", "에폭"),
    "train.learn.accuracy": ("accuracy", "정확도"),
    "train.learn.loss": ("loss, nat", "손실 (nat)"),
    "train.learn.accuracy.title": ("Accuracy", "정확도"),
    "train.learn.loss.title": ("Loss", "손실"),
}
