"""What the explorer says when input breaks a rule: the rule, the value, the remedy."""

TEXTS: dict[str, tuple[str, str]] = {
    "error.lambda": (
        "λ must be a number from 0 to 1, but is {value}. Choose a value in that range.",
        "λ는 0에서 1 사이의 수여야 하는데 {value}입니다. 이 범위의 값을 선택해 주세요.",
    ),
    "error.alpha": (
        "α must be a finite number and at least 0, but is {value}. Choose for example 0.2 or 1.",
        "α는 0 이상의 유한한 수여야 하는데 {value}입니다. 예를 들어 0.2나 1을 선택해 주세요.",
    ),
    "error.alpha.density": (
        "Beta(α, α) has a density only for α above 0, but α is {value}. Choose for example 0.2 "
        "or 1.",
        "Beta(α, α)의 밀도는 α가 0보다 클 때만 정의되는데 α가 {value}입니다. 예를 들어 0.2나 1을 "
        "선택해 주세요.",
    ),
    "error.minmax": (
        "The side of a CutMix box is drawn between two fractions of the image's side, 0 ≤ lower "
        "< upper ≤ 1, at least one pixel apart, but the fractions are {lower} and {upper}. "
        "Choose for example 0.2 and 0.8.",
        "CutMix 상자의 변은 이미지 변에 대한 두 비율 사이에서 뽑으며, 두 비율은 0 ≤ 하한 < 상한 "
        "≤ 1이고 한 픽셀 이상 떨어져 있어야 하는데 {lower}, {upper}입니다. 예를 들어 0.2와 0.8을 "
        "선택해 주세요.",
    ),
    "error.label.index": (
        "A label must be a class number from 0 to {last}, but is {value}. Choose a number in "
        "that range.",
        "레이블은 0에서 {last}까지의 클래스 번호여야 하는데 {value}입니다. 이 범위의 번호를 "
        "선택해 주세요.",
    ),
    "error.smoothing": (
        "Label smoothing must be a number from 0 to 1, but is {value}. Choose for example 0.1.",
        "레이블 스무딩은 0에서 1 사이의 수여야 하는데 {value}입니다. 예를 들어 0.1을 선택해 "
        "주세요.",
    ),
    "error.alpha.range": (
        "α must be a number from {minimum} to {maximum}, but is {value}. Choose a value in that "
        "range.",
        "α는 {minimum}에서 {maximum} 사이의 수여야 하는데 {value}입니다. 이 범위의 값을 선택해 "
        "주세요.",
    ),
    "error.seed": (
        "The seed must be a whole number from {minimum} to {maximum}, but is {value}. Choose a "
        "whole number in that range.",
        "시드는 {minimum}에서 {maximum} 사이의 정수여야 하는데 {value}입니다. 이 범위의 정수를 "
        "선택해 주세요.",
    ),
    "error.method": (
        "The method must be one of {names}, but is {value}. Choose one of them.",
        "방법은 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.film.format": (
        "The format of a film must be one of {names}, but is {value}. Choose one of them.",
        "영상 형식은 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.film.language": (
        "The language must be one of {names}, but is {value}. Choose one of them.",
        "언어는 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.device.name": (
        "The device must be one of {names}, but is {value}. Choose one of them.",
        "장치는 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.calibration": (
        "The calibration must be one of {names}, but is {value}. Choose one of them.",
        "신뢰도 보정은 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.calibration.none": (
        "Equally calibrated models must each have a fitted temperature, but there is none for "
        "{value}. Choose them as trained, or other models; those of your own get one by python -m "
        "mixup_demo.evaluate --pair LEFT RIGHT --data FOLDER, where they err on some of its images.",
        "신뢰도 보정을 같게 하려면 모델마다 맞춘 온도가 있어야 하는데 없는 모델이 있습니다: {value}. 학습한 그대로 보거나 "
        "다른 모델을 선택해 주세요. 직접 추가한 모델의 온도는 python -m mixup_demo.evaluate --pair LEFT RIGHT --data FOLDER 명령으로 "
        "맞추며, 틀리는 이미지가 있어야 합니다.",
    ),
    "error.language": (
        "The language must be one of {names}, but is {value}. Choose one of them.",
        "언어는 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.switch": (
        "A switch is one of {names}, but is {value}. Choose one of these.",
        "스위치는 {names} 가운데 하나여야 하는데 {value}입니다. 이 가운데 하나를 선택해 주세요.",
    ),
    "error.tour": (
        "The step of the tour is one of {names}, but is {value}. Choose one of these.",
        "둘러보기 단계는 {names} 가운데 하나여야 하는데 {value}입니다. 이 가운데 하나를 선택해 주세요.",
    ),
    "error.view": (
        "The view must be one of {names}, but is {value}. Choose one of them.",
        "화면은 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.show": (
        "What the maps show must be one of {names}, but is {value}. Choose one of them.",
        "지도에 표시할 내용은 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.place": (
        "A position in the plane must be a fraction from {minimum} to {maximum} of its side, but "
        "is {value}. Choose for example 0.5, the middle.",
        "평면 위의 위치는 변에 대한 비율로 {minimum}에서 {maximum} 사이여야 하는데 "
        "{value}입니다. 예를 들어 한가운데인 0.5를 선택해 주세요.",
    ),
    "error.panel": (
        "The open panels must be named with hyphens between them, such as between-gan, but the "
        "link says {value}. Open them on the page and copy the link.",
        "펼친 패널은 between-gan처럼 이름을 붙임표로 이어야 하는데 링크에는 {value}로 되어 있습니다. 화면에서 패널을 펼친 뒤 복사한 링크를 "
        "사용해 주세요.",
    ),
    "error.chapter": (
        "The chapter must be one of {names}, but the link says {value}. Go to one and copy the link.",
        "장은 {names} 중 하나여야 하는데 링크에는 {value}로 되어 있습니다. 원하는 장에서 링크를 복사해 주세요.",
    ),
    "error.pair": (
        "The pair of models must be one of {names}, or two models as LEFT:RIGHT, but is {value}. "
        "Choose one of these, or two models of the page's list.",
        "모델 쌍은 {names} 중 하나이거나 LEFT:RIGHT 형식의 두 모델이어야 하는데 {value}입니다. "
        "그중에서 선택하거나 페이지의 목록에서 모델 두 개를 선택해 주세요.",
    ),
    "error.pair.same": (
        "The two models to compare must differ, but {value} names {model} twice. Replace one of "
        "them with another model of the page's list.",
        "비교할 두 모델은 서로 달라야 하는데 {value}에는 같은 모델({model})이 두 번 있습니다. "
        "하나를 페이지 목록의 다른 모델로 바꿔 주세요.",
    ),
    "error.pair.model": (
        "A model to compare must be in the page's list, but {value} is not. Choose one from there, "
        "or one of the pairs {names}.",
        "비교할 모델은 페이지의 목록에 있어야 하는데 이 이름은 없습니다: {value}. "
        "목록에서 모델을 선택하거나 {names} 중 한 쌍을 선택해 주세요.",
    ),
    "error.pair.unlike": (
        "The two models to compare must have the same classes and input size, but those of "
        "{left} and {right} differ. Choose two models trained on the same data, or one of the "
        "pairs {names}.",
        "비교할 두 모델은 클래스와 입력 크기가 같아야 하는데 서로 다릅니다({left}, {right}). "
        "같은 데이터로 학습한 두 모델이나 {names} 중 한 쌍을 선택해 주세요.",
    ),
    "error.label": (
        "The class must be one of {names}, but is {value}. Choose one of them, or leave it empty "
        "and the models will propose one.",
        "클래스는 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택하거나 비워 두면 모델이 "
        "제안합니다.",
    ),
    "error.example": (
        "There is no example photo named {value}. Choose one of {names}.",
        "예시 사진 중에 이런 이름은 없습니다: {value}. {names} 중에서 선택해 주세요.",
    ),
    "error.epsilon": (
        "The budget ε must be a whole number of levels from {minimum} to {maximum}, but is "
        "{value}. Choose for example 4.",
        "섭동 크기 ε은 {minimum}에서 {maximum} 사이의 정수여야 하는데 {value}입니다. 예를 들어 "
        "4를 선택해 주세요.",
    ),
    "error.resolution": (
        "The resolution must be a whole number of points per side from {minimum} to {maximum}, "
        "but is {value}. Choose for example 48.",
        "해상도는 한 변의 점 수로 {minimum}에서 {maximum} 사이의 정수여야 하는데 {value}입니다. "
        "예를 들어 48을 선택해 주세요.",
    ),
    "error.attacked": (
        "The picture to attack must be a, b or c, but is {value}. Choose one of these.",
        "공격할 사진은 a, b, c 가운데 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.attack": (
        "The attack must be one of {names}, but is {value}. Choose one of them.",
        "공격은 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.source": (
        "The source of the gradient must be one of {names}, but is {value}. Choose one of them.",
        "기울기의 출처는 {names} 중 하나여야 하는데 {value}입니다. 그중에서 선택해 주세요.",
    ),
    "error.evidence": (
        "There are no results named {value}. Choose one of {names}.",
        "이런 이름의 결과는 없습니다: {value}. {names} 중에서 선택해 주세요.",
    ),
    "error.population": (
        "The population has no part named {value}. Choose one of {names}.",
        "모집단에 이런 부분은 없습니다: {value}. {names} 중에서 선택해 주세요.",
    ),
    "error.population.missing": (
        "The models must have been measured on many pairs and planes first, but the file "
        "models/results/population.json is missing. Create it with python -m mixup_demo.evaluate "
        "--only population.",
        "모델을 먼저 여러 쌍과 평면에서 측정해 두어야 하는데 models/results/population.json "
        "파일이 없습니다. python -m mixup_demo.evaluate --only population 명령으로 만들어 "
        "주세요.",
    ),
    "error.source.none": (
        "The source {value} needs a third model with the same classes, but there is none for "
        "these two. Choose white.",
        "이 출처({value})에는 같은 클래스로 학습한 세 번째 모델이 필요한데 이 두 모델에는 "
        "없습니다. white를 선택해 주세요.",
    ),
    "error.cost": (
        "A computation may take {limit} s on this machine, but this one would take about {value} "
        "s. Choose a lower resolution, smaller models, or a GPU.",
        "이 컴퓨터에서 한 번의 계산은 {limit}초까지 허용되는데 이 계산은 약 {value}초 걸립니다. "
        "해상도를 낮추거나 더 작은 모델 또는 GPU를 선택해 주세요.",
    ),
}
