"""The buttons that open a view in the state that a chapter talks about."""

TEXTS: dict[str, tuple[str, str]] = {
    "learn.door.toy-start": (
        "Watch ERM and mixup learn two moons from the first step",
        "두 반달 데이터를 ERM과 mixup이 첫 스텝부터 배우는 과정 보기",
    ),
    "learn.door.toy-flipped": (
        "Flip a fifth of the labels and watch the boundary bend around them",
        "레이블의 5분의 1을 뒤집고 경계가 그 점들을 에워싸는지 보기",
    ),
    "learn.door.mix-third": (
        "Between an airliner and a dog ERM sees a third class",
        "여객기와 개 사이에서 ERM이 제3의 클래스를 답하는 곳 보기",
    ),
    "learn.door.toy-mixed": (
        "See which mixed points each training step uses",
        "학습 스텝마다 어떤 점을 섞어 쓰는지 보기",
    ),
    "learn.door.mix-half": ("Mix two photos half and half", "두 사진을 반반씩 섞어 보기"),
    "learn.door.mix-small-alpha": ("Draw λ with a small α", "작은 α로 λ 뽑아 보기"),
    "learn.door.mix-loss": (
        "Both models’ losses at any λ",
        "모든 λ에서 두 모델의 손실 보기",
    ),
    "learn.door.toy-figure": (
        "The paper’s Figure 1, animated",
        "논문의 그림 1을 움직이는 그림으로 보기",
    ),
    "learn.door.mix-path": (
        "The whole way between two photos: cliff or slope",
        "두 사진 사이의 경로 전체 보기: 절벽과 비탈",
    ),
    "learn.door.boundary": (
        "From the line to the plane: confidence around three photos",
        "선에서 평면으로: 세 사진 둘레의 신뢰도 보기",
    ),
    "learn.door.evidence-between": (
        "All numbers on the space in between",
        "예제 사이에 대한 모든 수치 보기",
    ),
    "learn.door.evidence-general": (
        "All numbers on the test error",
        "테스트 오차의 모든 수치 보기",
    ),
    "learn.door.toy-flipped-alpha": (
        "Flipped labels with a large α",
        "뒤집은 레이블을 큰 α로 학습해 보기",
    ),
    "learn.door.evidence-corrupted": (
        "All numbers on corrupted labels",
        "잘못된 레이블의 모든 수치 보기",
    ),
    "learn.door.attack-one": (
        "Attack a photo yourself in one step",
        "사진을 한 스텝으로 직접 공격해 보기",
    ),
    "learn.door.attack-many": (
        "The same in ten steps, with a quarter of the budget",
        "섭동 크기는 4분의 1로, 열 스텝으로 공격해 보기",
    ),
    "learn.door.gan-ring": (
        "GANs on the ring, with and without mixup",
        "고리 분포의 GAN을 mixup 유무로 비교하기",
    ),
    "learn.door.gan-grid": (
        "GANs on the grid, where more modes are found",
        "더 많은 모드를 찾는 격자 분포의 GAN 보기",
    ),
    "learn.door.evidence-limits": (
        "Where others found no gain",
        "다른 연구에서 이득이 없었던 결과 보기",
    ),
    "learn.door.mix-cutmix": ("Move CutMix’s box yourself", "CutMix의 상자를 직접 움직여 보기"),
    "learn.door.toy-alpha": ("Two spirals with a large α", "두 나선을 큰 α로 학습해 보기"),
    "learn.door.mix-large-alpha": ("Draw λ with a large α", "큰 α로 λ 뽑아 보기"),
    "learn.door.toy-intrusion": (
        "A ring around a ring: mixtures fall among the other class",
        "고리 안의 고리: 섞은 점이 다른 클래스에 떨어지는 모습 보기",
    ),
    "learn.door.mix-intrusion": (
        "On photos: a dog and a frog, and both networks see a deer",
        "사진에서도: 개와 개구리를 섞자 두 신경망 모두 사슴으로 보는 예",
    ),
    "learn.door.mix-unsure": (
        "A deer and a frog: mixup hedges, ERM commits",
        "사슴과 개구리: mixup은 망설이고 ERM은 단정하는 모습 보기",
    ),
    "learn.door.evidence-calibration": (
        "All numbers on calibration",
        "신뢰도 보정의 모든 수치 보기",
    ),
    "learn.door.train-elem": (
        "Run timm’s Mixup on a batch, with a λ for each image",
        "이미지마다 λ를 따로 뽑는 timm Mixup을 배치에 실행해 보기",
    ),
    "learn.door.train-loaders": (
        "The loop with two loaders, with your settings",
        "내 설정을 담은 두 로더 학습 코드 보기",
    ),
    "learn.door.mix-own": ("Mix two pictures of your own", "직접 고른 두 사진을 섞어 보기"),
}
