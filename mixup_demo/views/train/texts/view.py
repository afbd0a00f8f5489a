"""The batch, before and after mixing, and as other libraries mix it."""

TEXTS: dict[str, tuple[str, str]] = {
    "view.train": ("Train", "학습"),
    "share.train": (
        "mixup in your own training: timm's Mixup on a real batch, what can go wrong, and code that runs for "
        "timm, torchvision, Keras, fastai and Lightning.",
        "내 학습에 mixup 쓰기: 실제 배치에 실행한 timm의 Mixup, 잘못되기 쉬운 점, 그리고 timm·torchvision·Keras·fastai·Lightning에서 "
        "실행되는 코드.",
    ),
    "lead.train": ("Take mixup into your own training", "내 학습에 mixup 쓰기"),
    "lead.train.text": (
        "Your arguments, run by the real timm.data.Mixup on a real batch: what goes in, what comes out, "
        "what can go wrong, and the code for the library you use.",
        "설정한 인자로 실제 timm.data.Mixup을 실제 배치에 실행합니다. 들어가는 것과 나오는 것, 잘못되기 쉬운 점, "
        "그리고 사용하는 라이브러리의 코드를 보여 줍니다.",
    ),
    "lead.train.code": ("To the code", "코드로 이동"),
    "train.batch": ("The batch", "배치"),
    "train.batch.how": (
        "Press a photo to put it at the end of the batch, a picture of the batch to take it out. 4 to 16.",
        "사진을 누르면 배치 끝에 들어가고, 배치의 이미지를 누르면 빠집니다. 4장에서 16장까지입니다.",
    ),
    "train.batch.count": ("{n} images (4 to 16)", "이미지 {n}장 (4~16장)"),
    "train.batch.lost": (
        "The server no longer has {n} of your own images, so the batch goes on without. Upload again "
        "what you need.",
        "직접 올린 이미지 {n}장이 서버에 더는 없어 배치에서 뺐습니다. 필요하면 다시 올려 주세요.",
    ),
    "train.batch.remove": ("Take out image {n}: {name}", "이미지 {n} 빼기: {name}"),
    "train.batch.add": ("Add: {name}", "넣기: {name}"),
    "train.batch.examples": ("Photos to add", "넣을 사진"),
    "train.batch.upload": ("Upload into the batch", "배치에 사진 올리기"),
    "train.batch.class": ("Class of uploads", "올릴 사진의 클래스"),
    "train.batch.shuffle": ("Shuffle", "순서 섞기"),
    "train.batch.sorted": ("One class after the other", "클래스 순서대로"),
    "train.batch.reset": ("Opening settings", "처음 설정으로"),
    "train.title": ("What timm.data.Mixup makes of it", "timm.data.Mixup의 결과"),
    "train.term": ("What timm.data.Mixup makes of it", "timm.data.Mixup의 결과"),
    "train.help": (
        "The class itself runs, in the version that this page has installed, with a random seed of its "
        "own. Each picture: itself weighted λ, its partner weighted 1 − λ, and its soft target.",
        "이 페이지에 설치된 버전의 클래스를 별도의 시드로 그대로 실행한 결과입니다. 각 이미지는 자신의 비중 λ, "
        "짝의 비중 1 − λ, 그리고 소프트 타깃을 보여 줍니다.",
    ),
    "train.resample": ("Draw again", "다시 뽑기"),
    "train.seed": ("Seed", "시드"),
    "train.seed.help": (
        "Of all draws: partners come from the batch's order, λ and boxes from here. “Draw again” takes the "
        "next seed.",
        "모든 무작위 추출의 시드입니다. 짝은 배치의 순서로, λ와 상자는 이 시드로 정해집니다. ‘다시 뽑기’는 다음 시드를 씁니다.",
    ),
    "train.applied.one": ("This time: {what}.", "이번 결과: {what}."),
    "train.applied.mixup": ("mixup in {n}", "mixup {n}장"),
    "train.applied.cutmix": ("CutMix in {n}", "CutMix {n}장"),
    "train.applied.none": ("nothing in {n}", "그대로 {n}장"),
    "train.op.mixup": ("mixup", "mixup"),
    "train.op.cutmix": ("CutMix", "CutMix"),
    "train.op.none": ("not mixed", "혼합 안 함"),
    "train.cell": (
        "Image {n}: {what} with image {partner}, λ {lam}",
        "이미지 {n}: {what}, 짝은 이미지 {partner}, λ {lam}",
    ),
    "train.cell.alone": ("Image {n}: not mixed", "이미지 {n}: 혼합 안 함"),
    "train.partner": ("with {n}", "짝 {n}"),
    "train.asked": ("drawn {lam}", "뽑은 값 {lam}"),
    "train.rest": ("{n} other classes", "나머지 {n}개 클래스"),
    "train.left-out": (
        "Of {n} images the last one is left out, as a loader does for timm.",
        "이미지 {n}장 중 마지막 한 장은 timm용 로더처럼 제외했습니다.",
    ),
    "train.draws": ("λ of many batches", "많은 배치의 λ"),
    "train.draws.term": ("λ of many batches", "많은 배치의 λ"),
    "train.draws.help": (
        "Bars: how often λ fell into each part of 0 to 1, by timm's class. Dashed: what Beta(α, α) says. "
        "CutMix's bars leave it, because its λ is corrected where the box is clipped at the border; with "
        "cutmix_minmax, the box is drawn without Beta.",
        "막대는 timm의 클래스가 뽑은 λ의 빈도, 점선은 Beta(α, α)입니다. CutMix의 막대가 점선과 다른 것은 상자가 "
        "가장자리에서 잘릴 때 λ를 고치기 때문이며, cutmix_minmax를 쓰면 상자를 Beta 없이 뽑습니다.",
    ),
    "train.draws.said": (
        "{batches} batches, {images} images: mixup in {mixup}, CutMix in {cutmix}, neither in {none}.",
        "배치 {batches}개, 이미지 {images}장: mixup {mixup}, CutMix {cutmix}, 혼합 안 함 {none}.",
    ),
    "train.draws.axis": ("share of images", "이미지 비율"),
    "train.draws.beta": ("Beta(α, α)", "Beta(α, α)"),
    "train.draws.mixup": ("mixup", "mixup"),
    "train.draws.cutmix": ("CutMix", "CutMix"),
    "train.rules": ("The same images in other libraries", "같은 이미지를 다른 라이브러리로"),
    "train.rules.term": ("Other libraries", "다른 라이브러리"),
    "train.rules.help": (
        "With the same α. Below each picture: its partner, and λ, which is its own weight everywhere here.",
        "같은 α를 사용합니다. 각 이미지 아래는 짝의 번호와 λ이며, λ는 여기서 언제나 자기 자신의 비중입니다.",
    ),
    "train.rule.before": ("The batch itself", "원래 배치"),
    "train.rule.before.text": ("before mixing", "혼합하기 전"),
    "train.rule.timm": ("timm.data.Mixup", "timm.data.Mixup"),
    "train.rule.timm.text": (
        "partner: the batch reversed, first with last; run",
        "짝: 배치를 뒤집어 처음과 마지막끼리. 실제 실행",
    ),
    "train.rule.torchvision-mixup": ("torchvision v2.MixUp", "torchvision v2.MixUp"),
    "train.rule.torchvision-mixup.text": (
        "partner: the image before (roll), one λ for the batch; run",
        "짝: 바로 앞 이미지(roll), 배치에 λ 하나. 실제 실행",
    ),
    "train.rule.torchvision-cutmix": ("torchvision v2.CutMix", "torchvision v2.CutMix"),
    "train.rule.torchvision-cutmix.text": (
        "partner: the image before (roll), one box for the batch; run",
        "짝: 바로 앞 이미지(roll), 배치에 상자 하나. 실제 실행",
    ),
    "train.rule.two-loaders": ("Two loaders", "로더 두 개"),
    "train.rule.two-loaders.text": (
        "for (x1, y1), (x2, y2) in zip(loader1, loader2): one λ; an image may meet itself; run",
        "for (x1, y1), (x2, y2) in zip(loader1, loader2): λ 하나, 자기 자신과 만날 수도 있음. 실제 실행",
    ),
    "train.rule.keras-mixup": ("Keras 3 layers.MixUp", "Keras 3 layers.MixUp"),
    "train.rule.keras-mixup.text": (
        "partner: a permutation, a λ for each image; its rule, here in NumPy",
        "짝: 무작위 순열, 이미지마다 λ. 규칙을 NumPy로 옮긴 것",
    ),
    "train.rule.keras-cutmix": ("Keras 3 layers.CutMix", "Keras 3 layers.CutMix"),
    "train.rule.keras-cutmix.text": (
        "partner: a permutation, a box for each image, never clipped; α at most 1, and by default it draws "
        "an α below its factor; its rule, here in NumPy",
        "짝: 무작위 순열, 이미지마다 잘리지 않는 상자. α는 최대 1이며 기본값으로는 factor보다 작은 α를 뽑음. 규칙을 NumPy로 옮긴 것",
    ),
    "train.rule.fastai-mixup": ("fastai MixUp", "fastai MixUp"),
    "train.rule.fastai-mixup.text": (
        "partner: a permutation, a λ for each image, the larger of λ and 1 − λ being its own; its rule, "
        "here in NumPy",
        "짝: 무작위 순열, 이미지마다 λ. λ와 1 − λ 중 큰 쪽이 자기 비중. 규칙을 NumPy로 옮긴 것",
    ),
    "train.rule.kornia-mixup": ("kornia RandomMixUpV2", "kornia RandomMixUpV2"),
    "train.rule.kornia-mixup.text": (
        "careful: λ is uniform whatever α you have in mind, which is Beta(1, 1); its own λ is the "
        "partner's weight; its rule, here in NumPy",
        "주의: 원하는 α와 상관없이 λ가 균등 분포, 곧 Beta(1, 1)이며, 이 라이브러리의 λ는 짝의 비중입니다. 규칙을 NumPy로 옮긴 것",
    ),
    "train.same-partner": ("itself", "자기 자신"),
}
